// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tiphys.exporter.script.WorkflowScript;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Library;

/**
 * What the files in a folder and the folders in it hold. A file that is as it was is not read
 * again, and one that is open counts as it is being edited. Safe for several threads.
 */
public final class FolderLibrary {
  private static final int DEEPEST = 8;
  private static final int MOST_FILES = 10_000;

  private record Known(DiskStamp stamp, FolderFile file) {}

  private final Map<Path, Known> known = new ConcurrentHashMap<>();
  private final Map<Path, FolderFile> open = new ConcurrentHashMap<>();
  private final Set<Path> folders = new CopyOnWriteArraySet<>();

  /** Makes a folder the library of every file in it, however deep. */
  public void add(Path folder) {
    folders.add(folder.toAbsolutePath().normalize());
  }

  /**
   * Takes a file as it is being edited instead of as it is on the disk. Whether that is another
   * than before.
   */
  boolean open(Path file, DiagramState state) {
    FolderFile edited = FolderFile.of(file, state);
    return !edited.equals(open.put(file, edited));
  }

  /** Takes a file as it is on the disk again. */
  void close(Path file) {
    open.remove(file);
  }

  /** The folder whose files know each other: the one that was added, else the file's own. */
  public Path rootOf(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return folders.stream()
        .filter(whole::startsWith)
        .findFirst()
        .orElseGet(() -> Optional.ofNullable(whole.getParent()).orElse(whole));
  }

  /** What the references of a file may lead to. Reads what has changed. */
  public Library around(Path file) {
    return of(read(rootOf(file), Integer.MAX_VALUE, (_, _) -> {}), file);
  }

  /** The same from files that were read. */
  static Library of(List<FolderFile> files, Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return Library.of(
        files.stream()
            .filter(other -> !other.path().equals(whole))
            .flatMap(other -> other.entries().stream())
            .toList());
  }

  /**
   * Everything that a folder holds, in order of the paths. Reads what has changed since, on all
   * processors.
   *
   * @param atOnce after so many files the progress is told, then after twice as many each time; not
   *     for files that are as they were
   * @param progress told what is read so far, of how many, on the thread of the caller
   */
  List<FolderFile> read(Path root, int atOnce, BiConsumer<List<FolderFile>, Integer> progress) {
    List<Path> paths = filesOf(root, file -> isWorkflow(file) || WorkflowScript.isNamed(file));
    List<FolderFile> files = new ArrayList<>(paths.size());
    long wanted = atOnce;
    int done = 0;
    while (done < paths.size()) {
      List<Path> next = paths.subList(done, (int) Math.min(paths.size(), done + wanted));
      boolean isFresh = next.stream().anyMatch(this::isFresh);
      files.addAll(
          next.parallelStream()
              .map(this::fileAt)
              .filter(file -> file.isScript() || isWorkflow(file.path()))
              .toList());
      done += next.size();
      if (isFresh && done < paths.size()) {
        progress.accept(List.copyOf(files), paths.size());
        wanted *= 2;
      }
    }
    return files;
  }

  private boolean isFresh(Path file) {
    return !known.containsKey(file) && !open.containsKey(file);
  }

  /** Whether another file that was read may refer to a workflow template. */
  boolean isNamedElsewhere(Path file, String name) {
    Path root = rootOf(file);
    return Stream.concat(open.values().stream(), known.values().stream().map(Known::file))
        .anyMatch(
            other ->
                !other.path().equals(file)
                    && other.path().startsWith(root)
                    && other.named().contains(name));
  }

  /** The workflow files of a folder in order of name; what may not be read is passed over. */
  public static List<Path> filesOf(Path folder) {
    return filesOf(folder, FolderLibrary::isWorkflow);
  }

  /** The Python scripts of a folder that use Hera, in order of name. */
  static List<Path> scriptsOf(Path folder) {
    return filesOf(folder, WorkflowScript::isNamed).stream()
        .filter(file -> FolderFile.read(file, DiskStamp.of(file).size()).isScript())
        .toList();
  }

  private static List<Path> filesOf(Path folder, Predicate<Path> wanted) {
    Set<Path> found = new TreeSet<>();
    try {
      Files.walkFileTree(
          folder.toAbsolutePath().normalize(),
          EnumSet.noneOf(java.nio.file.FileVisitOption.class),
          DEEPEST,
          new Collector(found, folder, wanted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(found);
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Set<Path> found;
    private final Path root;
    private final Predicate<Path> wanted;

    Collector(Set<Path> found, Path root, Predicate<Path> wanted) {
      this.found = found;
      this.wanted = wanted;
      this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean isHidden = !folder.equals(root) && nameOf(folder).startsWith(".");
      return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (wanted.test(file) && attributes.isRegularFile()) {
        found.add(file);
      }
      return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
      return FileVisitResult.CONTINUE;
    }
  }

  /** Whether a file is one of those that a folder is looked through for, by its name. */
  static boolean isWorkflow(Path file) {
    String name = nameOf(file);
    return name.matches(".*\\.(ya?ml|json)") && !name.endsWith(".tiphys.json");
  }

  private static String nameOf(Path path) {
    return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
  }

  private FolderFile fileAt(Path file) {
    FolderFile edited = open.get(file);
    if (edited != null) {
      return edited;
    }
    DiskStamp stamp = DiskStamp.of(file);
    Known before = known.get(file);
    if (before != null && before.stamp().equals(stamp)) {
      return before.file();
    }
    FolderFile read = FolderFile.read(file, stamp.size());
    known.put(file, new Known(stamp, read));
    return read;
  }
}

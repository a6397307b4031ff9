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
import tiphys.model.reading.WorkflowReader;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

/**
 * The workflow templates of the files in a folder and the folders in it. A file that is as it was
 * is not read again. Safe for several threads.
 */
public final class FolderLibrary {
  private static final int DEEPEST = 8;
  private static final int MOST_FILES = 2000;
  private static final long LARGEST = 4_000_000;

  /** Only what has this word can be referred to, so the others are not read any further. */
  private static final String WORD = "WorkflowTemplate";

  private record Known(DiskStamp stamp, List<Library.Entry> entries) {}

  private final Map<Path, Known> known = new ConcurrentHashMap<>();
  private final Set<Path> folders = new CopyOnWriteArraySet<>();

  /** Makes a folder the library of every file in it, however deep. */
  public void add(Path folder) {
    folders.add(folder.toAbsolutePath().normalize());
  }

  /** What the references of a file may lead to: the folder that was added, else its own. */
  public Library around(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path root =
        folders.stream()
            .filter(whole::startsWith)
            .findFirst()
            .orElseGet(() -> Optional.ofNullable(whole.getParent()).orElse(whole));
    List<Library.Entry> entries = new ArrayList<>();
    for (Path other : filesOf(root)) {
      if (!other.equals(whole)) {
        entries.addAll(entriesOf(other));
      }
    }
    return Library.of(entries);
  }

  /** The workflow files of a folder in order of name; what may not be read is passed over. */
  public static List<Path> filesOf(Path folder) {
    Set<Path> found = new TreeSet<>();
    try {
      Files.walkFileTree(
          folder.toAbsolutePath().normalize(),
          EnumSet.noneOf(java.nio.file.FileVisitOption.class),
          DEEPEST,
          new Collector(found, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(found);
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Set<Path> found;
    private final Path root;

    Collector(Set<Path> found, Path root) {
      this.found = found;
      this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean isHidden = !folder.equals(root) && nameOf(folder).startsWith(".");
      return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = nameOf(file);
      boolean isWorkflow = name.matches(".*\\.(ya?ml|json)") && !name.endsWith(".tiphys.json");
      if (isWorkflow && attributes.isRegularFile() && attributes.size() <= LARGEST) {
        found.add(file);
      }
      return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
      return FileVisitResult.CONTINUE;
    }

    private static String nameOf(Path path) {
      return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
    }
  }

  private List<Library.Entry> entriesOf(Path file) {
    DiskStamp stamp = DiskStamp.of(file);
    Known before = known.get(file);
    if (before != null && before.stamp().equals(stamp)) {
      return before.entries();
    }
    List<Library.Entry> entries =
        TextFile.read(file).result().map(read -> entriesOf(file, read.text())).orElse(List.of());
    known.put(file, new Known(stamp, entries));
    return entries;
  }

  private static List<Library.Entry> entriesOf(Path file, SourceText text) {
    if (!text.toString().contains(WORD)) {
      return List.of();
    }
    WorkflowFile read = WorkflowReader.read(YamlTree.parse(text));
    List<Library.Entry> entries = new ArrayList<>();
    for (int i = 0; i < read.resources().size(); i++) {
      Resource resource = read.resources().get(i);
      if (resource.reference().isPresent()) {
        entries.add(new Library.Entry(file.toString(), i, resource));
      }
    }
    return entries;
  }
}

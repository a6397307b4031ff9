// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tiphys.app.concurrent.Background;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Library;

/**
 * The folders around the open files: read off the window's thread, watched, and told to every open
 * file as its library. An open file counts as it is being edited. Used on the window's thread.
 */
public final class FolderDesk {
  /** After so many files, what is read so far is shown. */
  private static final int AT_ONCE = 50;

  private final OpenFiles files;
  private final Background background;
  private final Runnable onDisk;
  private final FolderLibrary library = new FolderLibrary();
  private final FolderWatch watch;
  private final Map<Path, ReadOnlyObjectWrapper<Optional<FolderContents>>> contents =
      new HashMap<>();
  private final Map<Path, Background.Newest> reading = new HashMap<>();
  private final Map<OpenFile, Background.Newest> editing = new HashMap<>();
  private final Map<OpenFile, Path> known = new HashMap<>();
  private boolean isClosed;

  /** Over the files of a window. @param onDisk run when files may have changed on the disk */
  FolderDesk(OpenFiles files, Background background, Runnable onDisk) {
    this.files = files;
    this.background = background;
    this.onDisk = onDisk;
    this.watch = new FolderWatch(() -> background.onWindowThread(this::changedOnDisk));
  }

  FolderLibrary library() {
    return library;
  }

  /** Makes a folder the library of every file in it. */
  void add(Path folder) {
    library.add(folder);
    read(folder.toAbsolutePath().normalize());
  }

  /** What the folder of a file holds; empty until it was read. */
  public ReadOnlyObjectProperty<Optional<FolderContents>> around(Path file) {
    return of(library.rootOf(file)).getReadOnlyProperty();
  }

  /** Follows a file that was opened, wherever it is saved to. */
  void attach(OpenFile file) {
    file.path().subscribe(_ -> moved(file));
    if (file.script().isPresent()) {
      readAll();
    }
    file.editor().state().subscribe((_, after) -> edited(file, after));
  }

  void detach(OpenFile file) {
    Optional.ofNullable(known.remove(file)).ifPresent(library::close);
    editing.remove(file);
    readAll();
  }

  /** Reads again what has changed in the folders of all open files. */
  void readAll() {
    Set<Path> roots = new HashSet<>();
    files.list().forEach(file -> file.path().get().map(library::rootOf).ifPresent(roots::add));
    roots.forEach(this::read);
    Set<Path> watched = new HashSet<>(roots);
    files.list().forEach(file -> file.script().map(library::rootOf).ifPresent(watched::add));
    background.run(
        () -> {
          watch.watch(watched);
          return watched;
        },
        _ -> {});
  }

  /** Nothing is read or watched any more. */
  void close() {
    isClosed = true;
    watch.close();
  }

  private void changedOnDisk() {
    if (!isClosed) {
      onDisk.run();
      readAll();
    }
  }

  private void moved(OpenFile file) {
    Optional.ofNullable(known.remove(file)).ifPresent(library::close);
    file.path()
        .get()
        .ifPresent(
            path -> {
              known.put(file, path);
              edited(file, file.editor().state().get());
              readAll();
            });
  }

  /**
   * Others hear of it only where what they can refer to is another, or who refers to what. Looked
   * at off the window's thread: for a large file that takes as long as a frame.
   */
  private void edited(OpenFile file, DiagramState after) {
    Path path = known.get(file);
    if (path != null) {
      editing
          .computeIfAbsent(file, _ -> background.newest())
          .run(() -> library.open(path, after), isOther -> heard(file, path, isOther));
    }
  }

  private void heard(OpenFile file, Path path, boolean isOther) {
    if (!path.equals(known.get(file))) {
      library.close(path);
    } else if (isOther) {
      read(library.rootOf(path));
    }
  }

  private void read(Path root) {
    BiConsumer<List<FolderFile>, Integer> progress =
        (some, all) ->
            background.onWindowThread(() -> show(new FolderContents(root, some, some.size(), all)));
    reading
        .computeIfAbsent(root, _ -> background.newest())
        .run(() -> library.read(root, AT_ONCE, progress), found -> take(root, found));
  }

  private void take(Path root, List<FolderFile> found) {
    show(new FolderContents(root, found, found.size(), found.size()));
    for (OpenFile file : List.copyOf(files.list())) {
      file.path()
          .get()
          .filter(path -> library.rootOf(path).equals(root))
          .ifPresent(path -> use(file, FolderLibrary.of(found, path)));
    }
  }

  private static void use(OpenFile file, Library around) {
    if (!around.equals(file.editor().state().get().workflow().library())) {
      file.editor().use(around);
    }
  }

  private void show(FolderContents newest) {
    of(newest.root()).set(Optional.of(newest));
  }

  private ReadOnlyObjectWrapper<Optional<FolderContents>> of(Path root) {
    return contents.computeIfAbsent(root, _ -> new ReadOnlyObjectWrapper<>(Optional.empty()));
  }
}

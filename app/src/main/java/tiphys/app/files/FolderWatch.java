// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tiphys.exporter.script.WorkflowScript;

/**
 * Tells when other programs write workflow files into folders. An editor that saves makes several
 * events of one change, so it waits until nothing more comes. Where folders cannot be watched,
 * nothing is told: whoever comes back to the window reads them again.
 */
final class FolderWatch implements AutoCloseable {
  private static final int DEEPEST = 8;

  /** Beyond this a folder is not watched: some systems have few watches for all programs. */
  private static final int MOST_FOLDERS = 1_000;

  private static final long QUIET_MILLIS = 120;

  private final Runnable changed;
  private final Map<Path, WatchKey> watched = new HashMap<>();
  private @Nullable WatchService service;
  private boolean isOver;

  /** Watches nothing yet. @param changed run on a thread of its own, once for each change */
  FolderWatch(Runnable changed) {
    this.changed = changed;
  }

  /** Watches these folders, with the folders in them, and no others. May be called again. */
  synchronized void watch(Set<Path> roots) {
    if (isOver) {
      return;
    }
    Set<Path> wanted = new HashSet<>();
    roots.forEach(root -> addFolders(root, wanted));
    if (wanted.size() > MOST_FOLDERS) {
      wanted.clear();
    }
    watched
        .entrySet()
        .removeIf(
            entry -> {
              boolean isLeft = !wanted.contains(entry.getKey()) || !entry.getValue().isValid();
              if (isLeft) {
                entry.getValue().cancel();
              }
              return isLeft;
            });
    try {
      for (Path folder : wanted) {
        if (!watched.containsKey(folder)) {
          watched.put(
              folder,
              folder.register(
                  started(),
                  StandardWatchEventKinds.ENTRY_CREATE,
                  StandardWatchEventKinds.ENTRY_MODIFY,
                  StandardWatchEventKinds.ENTRY_DELETE));
        }
      }
    } catch (IOException | UnsupportedOperationException _) {
      end(); // no watches left, or a file system that has none
    }
  }

  @Override
  public synchronized void close() {
    isOver = true;
    end();
  }

  private void end() {
    watched.clear();
    WatchService open = service;
    service = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException _) {
        // it watches nothing any more
      }
    }
  }

  private WatchService started() throws IOException {
    WatchService open = service;
    if (open == null) {
      open = Path.of("").getFileSystem().newWatchService();
      service = open;
      WatchService own = open;
      Thread.ofPlatform().daemon().name("folder-watch").start(() -> listen(own));
    }
    return open;
  }

  private void listen(WatchService own) {
    try {
      while (true) {
        boolean isWorthAWord = concerns(own.take());
        for (WatchKey more = next(own); more != null; more = next(own)) {
          isWorthAWord |= concerns(more);
        }
        if (isWorthAWord) {
          changed.run();
        }
      }
    } catch (java.nio.file.ClosedWatchServiceException | InterruptedException _) {
      // closed: nothing more is told
    }
  }

  private static @Nullable WatchKey next(WatchService own) throws InterruptedException {
    return own.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Workflow files and folders are of concern, and events that were lost. */
  private static boolean concerns(WatchKey key) {
    boolean isWorthAWord = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      isWorthAWord |=
          !(event.context() instanceof Path name)
              || FolderLibrary.isWorkflow(name)
              || WorkflowScript.isNamed(name)
              || !name.toString().contains(".");
    }
    key.reset();
    return isWorthAWord;
  }

  private static void addFolders(Path root, Set<Path> found) {
    try {
      Files.walkFileTree(
          root,
          Set.of(),
          DEEPEST,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              boolean isHidden =
                  !folder.equals(root) && String.valueOf(folder.getFileName()).startsWith(".");
              if (isHidden) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              found.add(folder);
              return found.size() > MOST_FOLDERS
                  ? FileVisitResult.TERMINATE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException _) {
      // what cannot be walked is not watched
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.util.Subscription;
import tiphys.app.concurrent.Background;

/**
 * Keeps aside what is not saved, so that a program that ends without being asked takes no work
 * along. A draft is as old as a second at most, lies in a folder that only the user can read, and
 * goes when the file is saved or closed. Belongs to the window's thread; disks are written off it.
 */
final class Drafts {
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final Path all;
  private final Path own;
  private final Background background;
  private final Map<OpenFile, Kept> kept = new HashMap<>();

  /** Over a folder that the programs of one user share; each has a folder of its own in it. */
  Drafts(Path all, Background background) {
    this.all = all;
    this.own = all.resolve(nameOf(ProcessHandle.current()));
    this.background = background;
  }

  /** A draft that a program left behind which runs no more. */
  record Left(Path file, Draft draft) {}

  void attach(OpenFile file) {
    Kept mine = new Kept(file);
    kept.put(file, mine);
    Subscription states = file.editor().state().subscribe(_ -> mine.changed());
    mine.following = states.and(file.editor().saved().subscribe(_ -> mine.changed()));
  }

  void detach(OpenFile file) {
    Kept mine = kept.remove(file);
    if (mine != null) {
      mine.following.unsubscribe();
      mine.drop();
    }
  }

  /** The window was closed with everything saved, or dropped by whoever was asked. */
  void dropAll() {
    List.copyOf(kept.keySet()).forEach(this::detach);
    kept.clear();
    try {
      Files.deleteIfExists(own);
    } catch (IOException _) {
      return; // another window of this program has drafts there
    }
  }

  /** What programs left behind that run no more, oldest first. Reads the disk. */
  List<Left> left() {
    List<Left> found = new ArrayList<>();
    for (Path folder : inside(all)) {
      if (!folder.equals(own) && !isAlive(folder.getFileName().toString())) {
        for (Path file : inside(folder)) {
          Draft.read(file).ifPresent(draft -> found.add(new Left(file, draft)));
        }
      }
    }
    return found;
  }

  /** A file has taken it over; the old one goes once there is a draft of that file. */
  void wasTaken(OpenFile file, Left taken) {
    Optional<Kept> mine = Optional.ofNullable(kept.get(file));
    background.run(
        () -> {
          mine.ifPresent(Kept::write);
          remove(taken);
          return taken;
        },
        _ -> {});
  }

  private static void remove(Left taken) {
    try {
      Files.deleteIfExists(taken.file());
      Path folder = taken.file().getParent();
      if (folder != null && inside(folder).isEmpty()) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException _) {
      return; // it is offered once more at the next start
    }
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  /** A number of a process is used again some time; with its start it is not. */
  private static String nameOf(ProcessHandle process) {
    return process.pid()
        + "-"
        + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static boolean isAlive(String name) {
    String pid = name.replaceFirst("-.*", "");
    return pid.matches("[0-9]{1,18}")
        && ProcessHandle.of(Long.parseLong(pid))
            .filter(found -> nameOf(found).equals(name))
            .isPresent();
  }

  /** The draft of one file: what it is to hold, and bringing the disk there. */
  private final class Kept {
    private final OpenFile file;
    private final Path place = own.resolve(UUID.randomUUID() + ".json");
    private Subscription following = Subscription.EMPTY;
    private Optional<Draft> wanted = Optional.empty();
    private boolean isWaiting;
    private boolean isThere;

    Kept(OpenFile file) {
      this.file = file;
    }

    void changed() {
      boolean isSaved = file.editor().saved().get();
      if (isSaved && !isKnown()) {
        return;
      }
      want(isSaved ? Optional.empty() : Optional.of(Draft.of(file)));
    }

    private synchronized boolean isKnown() {
      return isThere || wanted.isPresent();
    }

    private synchronized void want(Optional<Draft> next) {
      wanted = next;
      if (!isWaiting) {
        isWaiting = true;
        background.later(WAIT, this::write);
      }
    }

    /** At once, and what is under way comes too late. */
    synchronized void drop() {
      wanted = Optional.empty();
      settle();
    }

    private synchronized void write() {
      isWaiting = false;
      settle();
    }

    private void settle() {
      try {
        if (wanted.isPresent()) {
          put(wanted.get().bytes());
          isThere = true;
        } else if (isThere) {
          Files.deleteIfExists(place);
          isThere = false;
        }
      } catch (IOException _) {
        return; // the next change tries again; the file itself can still be saved
      }
    }

    private void put(byte[] bytes) throws IOException {
      Path settings = all.getParent();
      if (settings == null || !Files.isDirectory(settings)) {
        return; // who has no settings has nowhere to keep drafts either
      }
      Files.createDirectories(own);
      if (Files.getFileStore(own).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(all, PosixFilePermissions.fromString("rwx------"));
      }
      Path beside = Files.createTempFile(own, "next", ".part");
      Files.write(beside, bytes);
      Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

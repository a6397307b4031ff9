// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The root that a step sees: a folder of its own, and in it this computer's folders wherever the
 * step's own do not take their place. Two programs can put it together; both are handed the same
 * parts.
 *
 * @param folder on this computer; what the step writes outside of the parts lands there
 * @param parts in the order in which they are to be put in
 */
record StepRoot(Path folder, List<Part> parts) {
  /**
   * Folders of which a step needs the rest as well if it has something of its own in them. Of any
   * other folder, such as {@code /tmp}, it then sees nothing but its own, as in a container.
   */
  private static final List<String> SYSTEM =
      List.of(
          "bin", "boot", "dev", "etc", "home", "lib", "lib32", "lib64", "opt", "proc", "root",
          "run", "sbin", "sys", "usr", "var");

  /**
   * Puts the parts into the root {@code $1} and starts the rest in it. What the computer itself
   * holds may fail to be put in; what is the step's own may not. {@code chroot} need not be on an
   * ordinary user's path.
   */
  private static final String BUILD =
      """
      root=$1; shift
      while [ "$1" != -- ]; do
        if [ -d "$2" ]; then mkdir -p "$root$3"; else [ -e "$root$3" ] || : >"$root$3"; fi
        mount --rbind "$2" "$root$3" || [ "$1" = computer ] || exit 126
        shift 3
      done
      shift
      exec "$(command -v chroot || echo /usr/sbin/chroot)" "$root" "$@"
      """;

  /** A shell says alike everywhere that a command is not there, and with the same exit code. */
  private static final List<String> IN_FOLDER =
      List.of("/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh");

  /** Something of this computer that appears in the root. */
  record Part(boolean isOwn, String from, String at) {}

  StepRoot {
    parts = List.copyOf(parts);
  }

  /**
   * @param folder holds what is the step's own already, each at its path
   * @param volumes folders of this computer by the path at which the step sees them
   */
  static StepRoot of(Path folder, Map<String, Path> volumes) throws IOException {
    List<Part> parts = new ArrayList<>();
    graft(Path.of("/"), folder, parts);
    volumes.forEach((path, volume) -> parts.add(new Part(true, volume.toString(), path)));
    return new StepRoot(folder, parts);
  }

  /** Puts in what the step has not got itself, on every level on which it has something. */
  private static void graft(Path level, Path own, List<Part> parts) throws IOException {
    for (Path entry : entries(level)) {
      Path mine = own.resolve(entry.getFileName().toString());
      boolean isMine = Files.exists(mine, LinkOption.NOFOLLOW_LINKS);
      if (!isMine && Files.isSymbolicLink(entry)) {
        Files.createSymbolicLink(mine, Files.readSymbolicLink(entry));
      } else if (!isMine) {
        parts.add(new Part(false, entry.toString(), entry.toString()));
      } else if (Files.isDirectory(mine) && Files.isDirectory(entry) && isSystem(entry)) {
        graft(entry, mine, parts);
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    if (Files.isReadable(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
        found.forEach(entries::add);
      }
    }
    return entries;
  }

  /** Whether a path lies in a folder that cannot be hidden from a step. */
  static boolean isSystem(Path path) {
    return path.getNameCount() > 0 && SYSTEM.contains(path.getName(0).toString());
  }

  /** The words that start a command in this root, in a folder that it sees. */
  List<String> around(List<String> command, String workingFolder, Isolation isolation) {
    List<String> words = isolation == Isolation.BUBBLEWRAP ? withBubblewrap() : withNamespaces();
    words.addAll(IN_FOLDER);
    words.add(workingFolder);
    words.addAll(command);
    return words;
  }

  private List<String> withBubblewrap() {
    List<String> words = new ArrayList<>(List.of("bwrap", "--die-with-parent", "--unshare-pid"));
    words.addAll(List.of("--bind", folder.toString(), "/"));
    for (Part part : parts) {
      switch (part.from()) {
        case "/proc" -> words.addAll(List.of("--proc", "/proc"));
        case "/dev" -> words.addAll(List.of("--dev-bind", "/dev", "/dev"));
        default -> {
          String how = part.isOwn() ? "--bind" : "--bind-try";
          words.addAll(List.of(how, part.from(), part.at()));
        }
      }
    }
    words.add("--");
    return words;
  }

  private List<String> withNamespaces() {
    List<String> words =
        new ArrayList<>(
            List.of("unshare", "--map-root-user", "--mount", "--pid", "--fork", "--kill-child"));
    words.addAll(List.of("sh", "-c", BUILD, "sh", folder.toString()));
    for (Part part : parts) {
      words.addAll(List.of(part.isOwn() ? "own" : "computer", part.from(), part.at()));
    }
    words.add("--");
    return words;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the files of a container wait on this computer until they are copied in, and come to when
 * they are copied out.
 */
record ContainerPlaces(Path root) implements StepPlaces {
  /** Folders that images have; of any other, a step's files are all that is in it. */
  private static final Set<String> OF_IMAGES =
      Set.of(
          "bin", "boot", "dev", "etc", "home", "lib", "lib64", "media", "mnt", "opt", "proc",
          "root", "run", "sbin", "srv", "sys", "tmp", "usr", "var");

  /** Something to be copied: a folder is copied with what is in it, into one that may be there. */
  record Copy(String path, Path from) {
    String source() {
      return Files.isDirectory(from) ? from + "/." : from.toString();
    }

    /** The folder around it: a client copies nothing into a folder that is not there. */
    Copy around() {
      return new Copy(
          path.substring(0, Math.max(path.lastIndexOf('/'), 0)), from.resolveSibling(""));
    }
  }

  @Override
  public Path at(String path) {
    return root.resolve(Path.of("/").relativize(Path.of("/" + path).normalize()).toString());
  }

  /** What is there of some paths, in as few pieces as can be told without asking the image. */
  List<Copy> copies(List<String> paths) {
    Set<String> pieces = new TreeSet<>();
    for (String path : paths) {
      Path plain = Path.of("/" + path).normalize();
      if (plain.getNameCount() > 0 && Files.exists(at(path))) {
        String top = plain.getName(0).toString();
        pieces.add(OF_IMAGES.contains(top) ? plain.toString() : "/" + top);
      }
    }
    List<Copy> copies = new ArrayList<>();
    pieces.forEach(piece -> copies.add(new Copy(piece, at(piece))));
    return copies;
  }

  /** Makes room for what is copied out to a path. */
  Path cleared(String path) throws IOException {
    Path place = at(path);
    Trees.remove(place);
    Files.createDirectories(place.getParent());
    return place;
  }
}

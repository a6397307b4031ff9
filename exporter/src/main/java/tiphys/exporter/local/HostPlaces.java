// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The places of a step that is a process of this computer: a folder of its own, in which {@code
 * /mnt/out} is {@code mnt/out}, and the volumes that it mounts.
 *
 * @param volumes by the path at which the step sees them
 */
record HostPlaces(Path root, Map<String, Path> volumes) implements StepPlaces {
  /**
   * @param work the step's own, in which its empty volumes lie as well
   * @param run the run's own, in which the claims lie that steps share
   */
  static HostPlaces of(Path work, Path run, List<StepVolumes.Mount> mounts) {
    Map<String, Path> volumes = new LinkedHashMap<>();
    for (StepVolumes.Mount mount : mounts) {
      Path whole =
          mount
              .claim()
              .map(claim -> RunFolder.volume(run, claim))
              .orElseGet(() -> RunFolder.volume(work, mount.volume()));
      Path part = whole.resolve(mount.below()).normalize();
      volumes.put(mount.path(), part.startsWith(whole) ? part : whole);
    }
    return new HostPlaces(work.resolve("root"), volumes);
  }

  @Override
  public Path at(String path) {
    Path seen = Path.of("/" + path).normalize();
    Optional<String> mount =
        volumes.keySet().stream()
            .filter(seen::startsWith)
            .max(Comparator.comparingInt(String::length));
    if (mount.isPresent()) {
      Path below = Path.of(mount.get()).relativize(seen);
      return volumes.getOrDefault(mount.get(), root).resolve(below).normalize();
    }
    return own(seen);
  }

  private Path own(Path path) {
    return root.resolve(Path.of("/").relativize(real(path)).toString());
  }

  /** A path without the links that this computer's own folders hold, such as {@code /var/run}. */
  private static Path real(Path plain) {
    if (!StepRoot.isSystem(plain)) {
      return plain;
    }
    Path there = plain;
    while (!Files.exists(there)) {
      there = there.resolveSibling("").normalize();
    }
    try {
      return there.toRealPath().resolve(there.relativize(plain)).normalize();
    } catch (IOException e) {
      return plain;
    }
  }

  /** Makes the folders that the step is to find, and the way to the files that it names. */
  void prepare(List<String> files, String workingFolder) throws IOException {
    Files.createDirectories(root);
    for (Path volume : volumes.values()) {
      Files.createDirectories(volume);
    }
    for (String file : files) {
      makeWay(real(Path.of("/" + file).normalize()));
    }
    for (String mount : volumes.keySet()) {
      Files.createDirectories(own(Path.of("/" + mount).normalize()));
    }
    if (!Files.isDirectory(Path.of(workingFolder))) {
      Files.createDirectories(at(workingFolder));
    }
  }

  /**
   * Makes those folders on the way to a path that are there without the step: the topmost, and in
   * the system's all that this computer has. As in a container, the rest is for the step to make.
   */
  private void makeWay(Path path) throws IOException {
    int depth = 1;
    while (depth < path.getNameCount() - 1
        && StepRoot.isSystem(path)
        && Files.isDirectory(Path.of("/").resolve(path.subpath(0, depth + 1)))) {
      depth++;
    }
    if (path.getNameCount() > 1) {
      Files.createDirectories(root.resolve(path.subpath(0, depth).toString()));
    }
    if (StepRoot.isSystem(path) && Files.isRegularFile(path) && Files.isReadable(path)) {
      Path own = root.resolve(Path.of("/").relativize(path).toString());
      Files.copy(path, own, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

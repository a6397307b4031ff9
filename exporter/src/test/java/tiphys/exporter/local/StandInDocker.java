// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program on a search path of its own that is told what docker is told. It keeps a container as a
 * folder and really executes its command, so it shows the words that are said and the way of files,
 * not what an engine makes of them.
 */
record StandInDocker(Path folder) {
  static StandInDocker in(Path folder, String name) throws IOException {
    Files.createDirectories(folder.resolve("state/containers"));
    Files.createDirectories(folder.resolve("state/volumes"));
    Path program = folder.resolve(name);
    try (InputStream script = StandInDocker.class.getResourceAsStream("stand-in-docker.sh")) {
      Files.copy(script, program);
    }
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new StandInDocker(folder);
  }

  String searchPath() {
    return folder.toString();
  }

  /** Lets it be there without answering, as where nothing listens to it. */
  void silence() throws IOException {
    Files.createFile(folder.resolve("state/silent"));
  }

  void leave(String container) throws IOException {
    Files.createDirectories(folder.resolve("state/containers").resolve(container));
  }

  List<String> containers() throws IOException {
    return names("containers");
  }

  List<String> volumes() throws IOException {
    return names("volumes");
  }

  private List<String> names(String kind) throws IOException {
    try (Stream<Path> found = Files.list(folder.resolve("state").resolve(kind))) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** What it was told in this order, without what is made up anew each time. */
  List<String> said() throws IOException {
    return Files.readAllLines(folder.resolve("state/said")).stream()
        .map(line -> line.replaceAll("tiphys-[0-9a-f]+-\\d+-\\d+-[0-9a-f]+-", ""))
        .map(line -> line.replaceAll("tiphys-[0-9a-f]+-\\d+-\\d+", "OWNER"))
        .map(line -> line.replaceAll("\\S*/work/", "WORK/"))
        .toList();
  }
}

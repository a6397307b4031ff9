// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.execution.ArtifactLocation;
import tiphys.exporter.execution.Pod;

/** The folder that stands for the bucket: an artifact's key is its path below it. */
final class ArtifactFolder {
  private final Path root;

  ArtifactFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Argo's own: the workflow, the pod, the artifact's name with the ending of its archive. */
  static String defaultKey(Pod pod, JsonNode artifact) {
    JsonNode archive = artifact.path("archive");
    String ending = archive.has("none") ? "" : archive.has("zip") ? ".zip" : ".tgz";
    int dot = pod.nodeId().lastIndexOf('-');
    String workflow =
        pod.nodeId().equals(pod.nodeName()) || dot < 0
            ? pod.nodeId()
            : pod.nodeId().substring(0, dot);
    return workflow + "/" + pod.podName() + "/" + artifact.path("name").asText("") + ending;
  }

  /** Keeps what lies at a path, and says where: the artifact with its location. */
  ObjectNode save(Path source, JsonNode declared, Pod pod) throws IOException {
    String key = ArtifactLocation.key(declared).orElseGet(() -> defaultKey(pod, declared));
    Path target = inside(key);
    JsonNode archive = declared.path("archive");
    if (archive.has("none")) {
      Trees.copy(source, target);
    } else if (archive.has("zip")) {
      Files.createDirectories(target.getParent());
      ZipArchive.write(source, target);
    } else {
      Files.createDirectories(target.getParent());
      TarArchive.write(source, target);
    }
    ObjectNode artifact = declared.deepCopy();
    if (ArtifactLocation.key(artifact).isEmpty()) {
      artifact.withObject("/s3").put("key", key);
    }
    return artifact;
  }

  /**
   * Puts an artifact where a step wants it.
   *
   * @throws IOException with the reason for a person, if it is not there or is kept elsewhere
   */
  void load(JsonNode artifact, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    if (artifact.has("raw")) {
      Files.writeString(target, artifact.path("raw").path("data").asText(""));
    } else {
      unpack(artifact, kept(artifact), target);
    }
    if (artifact.has("mode")) {
      setMode(target, artifact.path("mode").asInt());
    }
  }

  private Path kept(JsonNode artifact) throws IOException {
    String name = artifact.path("name").asText("");
    Optional<String> key = ArtifactLocation.key(artifact);
    if (key.isEmpty()) {
      String kind = ArtifactLocation.kind(artifact).orElse("");
      throw new IOException(
          "the artifact " + name + " cannot be run on this computer: it is kept by " + kind);
    }
    Path kept = inside(key.get());
    if (!Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("the artifact " + name + " is not in the folder: " + key.get());
    }
    return kept;
  }

  private static void unpack(JsonNode artifact, Path kept, Path target) throws IOException {
    if (Files.isDirectory(kept) || artifact.path("archive").has("none")) {
      Trees.copy(kept, target);
    } else {
      unpack(kept, target);
    }
  }

  /** Takes out of its archive what is in one. */
  static void unpack(Path kept, Path target) throws IOException {
    if (TarArchive.isOne(kept)) {
      TarArchive.read(kept, target);
    } else if (ZipArchive.isOne(kept)) {
      ZipArchive.read(kept, target);
    } else {
      Trees.copy(kept, target);
    }
  }

  /** What lies at a key, if anything does. */
  Optional<Path> find(String key) {
    try {
      return key.isEmpty() ? Optional.empty() : Optional.of(inside(key)).filter(Files::exists);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A key must not lead out of the folder. */
  private Path inside(String key) throws IOException {
    Path path = root.resolve(key.replaceAll("^/+", "")).normalize();
    if (!path.startsWith(root) || path.equals(root)) {
      throw new FileSystemException(key, null, "the key leads out of the folder of artifacts");
    }
    return path;
  }

  private static void setMode(Path file, int mode) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    PosixFilePermission[] all = {
      PosixFilePermission.OTHERS_EXECUTE,
      PosixFilePermission.OTHERS_WRITE,
      PosixFilePermission.OTHERS_READ,
      PosixFilePermission.GROUP_EXECUTE,
      PosixFilePermission.GROUP_WRITE,
      PosixFilePermission.GROUP_READ,
      PosixFilePermission.OWNER_EXECUTE,
      PosixFilePermission.OWNER_WRITE,
      PosixFilePermission.OWNER_READ
    };
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < all.length; bit++) {
      if ((mode >> bit & 1) == 1) {
        permissions.add(all[bit]);
      }
    }
    Files.setPosixFilePermissions(file, permissions);
  }
}

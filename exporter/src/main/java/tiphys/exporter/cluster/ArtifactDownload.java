// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Brings an artifact of a cluster to this computer: a file, or a folder with all that is in it. */
public final class ArtifactDownload {
  private static final int BUFFER = 64 * 1024;

  private static final int MOST_FILES = 10_000;

  /** The connection broke, which the end of a file does not. */
  private static final int BROKEN = -2;

  private final ClusterGateway gateway;
  private final String namespace;
  private final ArtifactPlace place;
  private long left;
  private int files = MOST_FILES;

  /**
   * @param mostBytes more than that is refused, before it comes where the server says how much it
   *     is
   */
  public ArtifactDownload(
      ClusterGateway gateway, String namespace, ArtifactPlace place, long mostBytes) {
    this.gateway = gateway;
    this.namespace = namespace;
    this.place = place;
    this.left = mostBytes;
  }

  /** Into a folder, under the name that the store has; answers with where it is. Blocks. */
  public Outcome<Path> into(Path folder) {
    return gateway
        .artifact(namespace, place, "")
        .then(
            found ->
                switch (found) {
                  case ServedArtifact.File file ->
                      write(file, folder.resolve(file.name().orElse(place.name())));
                  case ServedArtifact.Folder all -> write(all, "", folder.resolve(place.name()));
                });
  }

  /** Exactly there. Blocks. */
  public Outcome<Path> to(Path target) {
    return fetch("", target);
  }

  private Outcome<Path> fetch(String path, Path target) {
    if (files-- <= 0) {
      return tooLarge();
    }
    return gateway
        .artifact(namespace, place, path)
        .then(
            found ->
                switch (found) {
                  case ServedArtifact.File file -> write(file, target);
                  case ServedArtifact.Folder all -> write(all, path, target);
                });
  }

  /** A name must not lead out of the folder; what is there already is not touched. */
  private Outcome<Path> write(ServedArtifact.Folder folder, String path, Path target) {
    try {
      Files.createDirectories(target);
      for (String name : folder.names()) {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target.normalize()) || file.equals(target.normalize())) {
          continue;
        }
        String below = path.isEmpty() || path.endsWith("/") ? path + name : path + "/" + name;
        Outcome<Path> one = fetch(below, file);
        if (one.refusal().isPresent()) {
          return one;
        }
      }
      return Outcome.done(target);
    } catch (IOException | InvalidPathException e) {
      return notWritten(target, e);
    }
  }

  private Outcome<Path> write(ServedArtifact.File file, Path target) {
    try (file) {
      if (file.size().orElse(0) > left) {
        return tooLarge();
      }
      if (target.getParent() != null) {
        Files.createDirectories(target.getParent());
      }
      return copy(file.content(), target);
    } catch (IOException e) {
      return notWritten(target, e);
    }
  }

  /** Beside its place first: what breaks off or is given up leaves nothing that looks whole. */
  private Outcome<Path> copy(InputStream in, Path target) throws IOException {
    Path part = target.resolveSibling("." + target.getFileName() + "." + System.nanoTime());
    try {
      Outcome<Path> copied = fill(in, part);
      if (copied.refusal().isEmpty()) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        return Outcome.done(target);
      }
      return copied;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Outcome<Path> fill(InputStream in, Path part) throws IOException {
    try (OutputStream out = Files.newOutputStream(part)) {
      byte[] buffer = new byte[BUFFER];
      int read = next(in, buffer);
      while (read > 0) {
        left -= read;
        if (left < 0) {
          return tooLarge();
        }
        out.write(buffer, 0, read);
        read = Thread.currentThread().isInterrupted() ? BROKEN : next(in, buffer);
      }
      return read == BROKEN
          ? Outcome.refused(ProblemCode.CLUSTER_BROKEN_OFF, gateway.address())
          : Outcome.done(part);
    }
  }

  private static int next(InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (IOException _) {
      return BROKEN;
    }
  }

  private Outcome<Path> tooLarge() {
    return Outcome.refused(ProblemCode.CLUSTER_ARTIFACT_LARGE, place.name());
  }

  private static Outcome<Path> notWritten(Path target, Exception e) {
    return Outcome.refused(
        Problem.refusal(
            ProblemCode.FILE_NOT_WRITTEN, target.toString(), e.getClass().getSimpleName()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tiphys.exporter.cluster.transport.Body;

/** What a server hands out of an artifact. */
public sealed interface ServedArtifact {
  /** A file, most often a compressed archive of what the step left. Whoever gets it closes it. */
  record File(Body body) implements ServedArtifact, AutoCloseable {
    InputStream content() {
      return body.content();
    }

    OptionalLong size() {
      return body.length();
    }

    Optional<String> name() {
      return body.fileName();
    }

    @Override
    public void close() {
      body.close();
    }
  }

  /**
   * A folder.
   *
   * @param names of what is in it, from it on; those of folders end with a slash
   */
  record Folder(List<String> names) implements ServedArtifact {
    public Folder {
      names = List.copyOf(names);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.util.List;

/** What an artifact holds, as far as it can be looked at without a program of its own. */
public sealed interface ArtifactContent {
  /** The beginning of a text; pages of the web are texts like any other. */
  record Text(String text) implements ArtifactContent {}

  /** A picture in a format that is known by its first bytes. */
  final class Picture implements ArtifactContent {
    private final byte[] bytes;

    Picture(byte[] bytes) {
      this.bytes = bytes;
    }

    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /** The names of the files in a folder, from it on; not all of very many. */
  record Folder(List<String> names) implements ArtifactContent {
    public Folder {
      names = List.copyOf(names);
    }
  }

  /** Something else, or larger than a few megabytes. */
  record Unseen() implements ArtifactContent {}
}

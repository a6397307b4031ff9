// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.List;

/**
 * A folder as it was read last.
 *
 * @param files in order of their paths
 * @param done how many are read; fewer than {@code all} while it goes on
 */
public record FolderContents(Path root, List<FolderFile> files, int done, int all) {
  public FolderContents {
    files = List.copyOf(files);
  }

  /** Whether it is still being read. */
  public boolean isBeingRead() {
    return done < all;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.stored;

import java.util.List;
import tiphys.app.files.LineDifference;
import tiphys.exporter.cluster.StoredResource;

/** What the user is asked about what a cluster keeps. */
interface StoredQuestions {
  boolean mayCreate(StoredResource made, String connection);

  /**
   * Whether what the cluster has is replaced.
   *
   * @param lines how the two differ
   * @param isConflict whether somebody changed it since the user last agreed
   */
  boolean mayReplace(
      StoredResource made, String connection, List<LineDifference.Row> lines, boolean isConflict);

  boolean mayDelete(StoredResource kept, String connection);
}

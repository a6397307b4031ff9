// SPDX-License-Identifier: Apache-2.0
package tiphys.app.history;

import java.util.Locale;
import java.util.Optional;
import tiphys.exporter.cluster.RunList;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.local.KeptRun;

/**
 * A run of the list, wherever it was.
 *
 * @param run as a list has it, which lacks what makes it large
 * @param kept the folder that has it, of a run of this computer
 */
record ListedRun(WorkflowObject run, Where where, Optional<KeptRun> kept) {
  /** Where it can be found. */
  enum Where {
    CLUSTER,
    ARCHIVE,
    HERE;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ListedRun of(RunList.Entry entry) {
    return new ListedRun(
        entry.run(), entry.isOfArchive() ? Where.ARCHIVE : Where.CLUSTER, Optional.empty());
  }

  static ListedRun of(KeptRun kept) {
    return new ListedRun(new WorkflowObject(kept.workflow()), Where.HERE, Optional.of(kept));
  }
}

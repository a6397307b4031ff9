// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Problem;

/** What a watch tells. */
public sealed interface WatchEvent {
  /** It is new or has changed; always the whole object. */
  record Changed(WorkflowObject workflow) implements WatchEvent {}

  record Deleted(WorkflowObject workflow) implements WatchEvent {}

  /** Nothing happened up to here. */
  record Bookmark(String resourceVersion) implements WatchEvent {}

  /** The server ends the watch. */
  record Failed(Problem why) implements WatchEvent {}
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import tiphys.exporter.cluster.status.WorkflowObject;

/**
 * An artifact that a node of a run took or made.
 *
 * @param uid of the run, by which an archive knows it
 * @param node the node's id
 */
public record ArtifactPlace(String run, String uid, String node, Side side, String name) {
  /** Which end of the node. */
  public enum Side {
    INPUT("inputs"),
    OUTPUT("outputs");

    private final String path;

    Side(String path) {
      this.path = path;
    }

    /** As it stands in the paths of an Argo Server, and in a status. */
    public String path() {
      return path;
    }
  }

  public static ArtifactPlace of(WorkflowObject run, String node, Side side, String name) {
    return new ArtifactPlace(run.name(), run.uid(), node, side, name);
  }
}

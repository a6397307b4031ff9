// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/**
 * Which lines of a run are wanted.
 *
 * @param run the run's name
 * @param pod one pod; empty for all of the run
 * @param container of each pod
 * @param isFollowing whether lines that are still to come are waited for, until the run is over
 * @param newest how many lines of each pod, from its end; 0 for all
 * @param known by pod, up to when its lines are known. A hint: they may come nevertheless.
 * @param kept by pod, the artifact that has its lines when it is gone, in the order of the pods
 */
public record LogRequest(
    String run,
    String pod,
    String container,
    boolean isFollowing,
    int newest,
    Map<String, Instant> known,
    Map<String, ArtifactPlace> kept) {
  /** The container that a step's own program runs in. */
  public static final String MAIN = "main";

  public LogRequest {
    known = Map.copyOf(known);
    kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
  }

  /** What the steps of a run have printed. */
  public static LogRequest of(String run) {
    return new LogRequest(run, "", MAIN, false, 0, Map.of(), Map.of());
  }

  public LogRequest ofRun(String other) {
    return new LogRequest(other, pod, container, isFollowing, newest, known, kept);
  }

  public LogRequest ofPod(String one) {
    Map<String, ArtifactPlace> its = new LinkedHashMap<>(kept);
    its.keySet().retainAll(Set.of(one));
    return new LogRequest(run, one, container, isFollowing, newest, known, its);
  }

  public LogRequest inContainer(String other) {
    return new LogRequest(run, pod, other, isFollowing, newest, known, kept);
  }

  public LogRequest following() {
    return new LogRequest(run, pod, container, true, newest, known, kept);
  }

  public LogRequest newest(int lines) {
    return new LogRequest(run, pod, container, isFollowing, lines, known, kept);
  }

  /** With what Argo has kept of the lines of those pods of a run that have ended. */
  public LogRequest keptOf(WorkflowObject of, RunSnapshot snapshot) {
    String artifact = container + "-logs";
    Map<String, ArtifactPlace> places = new LinkedHashMap<>();
    for (NodeStatus node : snapshot.nodes().values()) {
      String name = of.podName(node);
      if (node.outputs().artifacts().containsKey(artifact) && (pod.isEmpty() || pod.equals(name))) {
        places.put(name, ArtifactPlace.of(of, node.id(), ArtifactPlace.Side.OUTPUT, artifact));
      }
    }
    return new LogRequest(of.name(), pod, container, isFollowing, newest, known, places);
  }

  LogRequest after(Map<String, Instant> times) {
    return new LogRequest(run, pod, container, isFollowing, newest, times, kept);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;

/**
 * A cluster that runs Argo. Safe for any thread; every method blocks the one that calls, up to a
 * minute where the cluster is slow. A namespace that is empty is the connection's own.
 */
public interface ClusterGateway extends AutoCloseable {
  /** How long a step of a test may take: whoever waits at a button waits no longer. */
  Duration PATIENCE = Duration.ofSeconds(15);

  /** The cluster's address, as sentences name it. */
  String address();

  /** The namespace that is meant where none is named. */
  String namespace();

  /**
   * Step by step, what works; those behind the first that fails are not tried.
   *
   * @param patience how long a step may take
   * @param told hears of each step as it is done
   */
  List<CheckStep> check(Duration patience, Consumer<CheckStep> told);

  Outcome<Listing> list(ArgoKind kind, String namespace, ObjectFilter filter);

  /** Workflows as they are now, with a version from which a watch misses none of their changes. */
  default Outcome<Listing> listToWatch(String namespace, ObjectFilter filter) {
    return list(ArgoKind.WORKFLOW, namespace, filter);
  }

  /** An Argo Server looks into its archive too. */
  Outcome<ObjectNode> get(ArgoKind kind, String namespace, String name);

  Outcome<ObjectNode> create(ArgoKind kind, String namespace, ObjectNode object, Trial trial);

  /** Refused as a conflict where somebody else changed it since {@code object} was got. */
  Outcome<ObjectNode> update(ArgoKind kind, String namespace, ObjectNode object);

  Outcome<ObjectNode> delete(ArgoKind kind, String namespace, String name);

  /** A new run of a template, a cluster template or a cron workflow of the cluster. */
  Outcome<ObjectNode> submitFrom(
      ArgoKind kind, String namespace, String name, SubmitOptions options, Trial trial);

  /** Does something with a run; answers with the run, or with the new one. */
  Outcome<WorkflowObject> act(String namespace, String name, RunAction action);

  /** Pauses a cron workflow, or lets it go on. */
  Outcome<ObjectNode> setCron(String namespace, String name, CronState state);

  /**
   * Changes of workflows from a version on. Refused as {@code CLUSTER_TOO_LATE} where the version
   * is forgotten.
   */
  Outcome<EventStream> watch(String namespace, ObjectFilter filter, String resourceVersion);

  /** Lines of a run's pods. */
  Outcome<LogStream> logs(String namespace, LogRequest request);

  /**
   * What a run's node took or made; only an Argo Server hands it out.
   *
   * @param path within an artifact that is a folder; empty for all of it
   */
  Outcome<ServedArtifact> artifact(String namespace, ArtifactPlace place, String path);

  /** Runs that are gone from the cluster and kept in the archive; only an Argo Server has one. */
  Outcome<Listing> archived(String namespace, ObjectFilter filter);

  /** The whole of a run that the archive has; its name may be that of another run by now. */
  Outcome<ObjectNode> archivedRun(String namespace, String uid);

  @Override
  void close();
}

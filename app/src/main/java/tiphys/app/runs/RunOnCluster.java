// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ArtifactPlace;
import tiphys.exporter.cluster.ArtifactPlace.Side;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.ObjectFilter;
import tiphys.exporter.cluster.Pace;
import tiphys.exporter.cluster.RunWatch;
import tiphys.exporter.cluster.WatchListener;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/** A run on a cluster, watched until it is over. It goes on when nobody looks. */
final class RunOnCluster implements LiveRun {
  private final RunPlace place;
  private final ClusterGateway gateway;
  private final Destinations destinations;
  private final RunEar ear;
  private final RunReader reader = new RunReader();
  private final PodLogFiles logs;
  private final FetchedArtifacts artifacts;
  private Optional<RunWatch> watch = Optional.empty();
  private boolean isLeft;
  private volatile String uid = "";

  RunOnCluster(RunPlace place, ClusterGateway gateway, Destinations destinations, RunEar ear) {
    this.place = place;
    this.gateway = gateway;
    this.destinations = destinations;
    this.ear = ear;
    this.logs = new PodLogFiles(place, gateway);
    this.artifacts = new FetchedArtifacts(place, gateway);
  }

  RunPlace at() {
    return place;
  }

  ClusterGateway gateway() {
    return gateway;
  }

  @Override
  public Optional<RunPlace> place() {
    return Optional.of(place);
  }

  @Override
  public Optional<String> pod(NodeStatus node) {
    return Optional.of(node).filter(each -> each.type().equals("Pod")).map(logs::podName);
  }

  @Override
  public List<String> containers(NodeStatus node) {
    return logs.containers(node);
  }

  @Override
  public Printed log(NodeStatus node, String container) {
    return logs.of(node, container);
  }

  @Override
  public Optional<Path> lying(String key) {
    return Optional.empty();
  }

  @Override
  public Outcome<Path> artifact(NodeStatus node, Side side, String name, long mostBytes) {
    return artifacts.look(place(node, side, name), mostBytes);
  }

  @Override
  public Outcome<Path> saveArtifact(NodeStatus node, Side side, String name, Path target) {
    return artifacts.save(place(node, side, name), target);
  }

  private ArtifactPlace place(NodeStatus node, Side side, String name) {
    return new ArtifactPlace(place.name(), uid, node.id(), side, name);
  }

  /** Shows it as it is known, and goes on from there. */
  RunOnCluster follow(WorkflowObject known) {
    read(known);
    if (!known.isFinished()) {
      watch();
    }
    return this;
  }

  /** Watches, unless it is watched already. */
  private synchronized void watch() {
    if (!isLeft && watch.isEmpty()) {
      watch =
          Optional.of(
              RunWatch.start(
                  gateway,
                  place.namespace(),
                  ObjectFilter.named(place.name()),
                  new Ear(),
                  Pace.USUAL));
    }
  }

  private synchronized void endWatch() {
    watch.ifPresent(RunWatch::close);
    watch = Optional.empty();
  }

  @Override
  public synchronized void leave() {
    isLeft = true;
    endWatch();
    logs.close();
    artifacts.close();
  }

  private synchronized void read(WorkflowObject workflow) {
    if (isLeft) {
      return;
    }
    uid = workflow.uid();
    switch (whole(workflow)) {
      case Outcome.Done<RunSnapshot>(RunSnapshot snapshot) -> {
        ear.heard(snapshot, will(workflow));
        logs.heard(workflow, snapshot);
      }
      case Outcome.Refused<RunSnapshot>(Problem why) -> ear.unreadable(why);
    }
    if (workflow.isFinished()) {
      endWatch();
      ear.over();
    }
  }

  /** Nodes that a stream leaves out, since they are kept elsewhere, come with the whole object. */
  private Outcome<RunSnapshot> whole(WorkflowObject workflow) {
    Outcome<RunSnapshot> read = reader.read(workflow);
    boolean isElsewhere =
        read.refusal().filter(why -> why.code() == ProblemCode.CLUSTER_NODES_ELSEWHERE).isPresent();
    return isElsewhere
        ? gateway
            .get(ArgoKind.WORKFLOW, place.namespace(), place.name())
            .then(found -> reader.read(new WorkflowObject(found)))
        : read;
  }

  private static RunWill will(WorkflowObject workflow) {
    if (!workflow.json().at("/spec/shutdown").asText("").isEmpty()) {
      return RunWill.END;
    }
    return workflow.isSuspended() ? RunWill.PAUSE : RunWill.GO_ON;
  }

  private final class Ear implements WatchListener {
    @Override
    public void changed(WorkflowObject workflow) {
      read(workflow);
    }

    @Override
    public void deleted(String namespace, String name) {
      endWatch();
      ear.deleted();
      ear.over();
    }

    @Override
    public void interrupted(Problem why) {
      ear.interrupted(why);
      destinations.interrupted(place.connection(), why);
    }

    @Override
    public void live() {
      ear.live();
      destinations.live(place.connection());
    }
  }
}

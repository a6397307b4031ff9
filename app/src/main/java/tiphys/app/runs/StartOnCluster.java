// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import tiphys.app.runs.RunStart.Wish;
import tiphys.app.runs.SubmitWish.Answer;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.TemplateArguments;
import tiphys.exporter.cluster.Trial;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** Submits what is drawn to a cluster, or takes up a run that is there. */
final class StartOnCluster {
  private final RunControl.Means means;
  private final LastArguments last;
  private final RunStart start;

  /** What is submitted, what is asked about it, and the way there. */
  private record Prepared(
      ObjectNode resource, ObjectNode asked, ClusterGateway gateway, String connection) {
    static Prepared of(ObjectNode resource, ClusterGateway gateway, String connection) {
      String namespace = resource.at("/metadata/namespace").asText("");
      return new Prepared(
          resource, TemplateArguments.with(gateway, namespace, resource), gateway, connection);
    }

    Outcome<ObjectNode> create(Answer answer, Trial trial) {
      return gateway.create(
          ArgoKind.WORKFLOW, answer.namespace(), answer.options().applyTo(resource), trial);
    }
  }

  StartOnCluster(RunControl.Means means, LastArguments last, RunStart start) {
    this.means = means;
    this.last = last;
    this.start = start;
  }

  void begin(Wish wish, String connection) {
    means
        .remote()
        .run(
            () ->
                SubmittedResource.of(wish.tree(), wish.resource())
                    .then(
                        resource ->
                            means
                                .destinations()
                                .open(connection)
                                .then(
                                    gateway ->
                                        Outcome.done(Prepared.of(resource, gateway, connection)))),
            this::ask);
  }

  private void ask(Outcome<Prepared> outcome) {
    switch (outcome) {
      case Outcome.Refused<Prepared>(Problem why) -> start.givesUp(Optional.of(why));
      case Outcome.Done<Prepared>(Prepared prepared) ->
          ask(
              prepared,
              SubmitWish.of(
                  prepared.asked(),
                  prepared.connection(),
                  prepared.gateway().namespace(),
                  last.get()));
    }
  }

  private void ask(Prepared prepared, SubmitWish wish) {
    means
        .questions()
        .submission(wish, answer -> prepared.create(answer, Trial.DRY_RUN))
        .ifPresentOrElse(
            answer ->
                means
                    .remote()
                    .run(
                        () -> prepared.create(answer, Trial.REAL),
                        created -> submitted(prepared, wish, answer, created)),
            () -> start.givesUp(Optional.empty()));
  }

  /** What was refused is asked about again, so that nothing that was written is lost. */
  private void submitted(
      Prepared prepared, SubmitWish wish, Answer answer, Outcome<ObjectNode> created) {
    switch (created) {
      case Outcome.Refused<ObjectNode>(Problem why) -> ask(prepared, wish.again(answer, why));
      case Outcome.Done<ObjectNode>(ObjectNode made) -> {
        last.remember(answer.options().parameters());
        follow(prepared.connection(), prepared.gateway(), new WorkflowObject(made));
      }
    }
  }

  /** Takes up a run that is there. */
  void follow(String connection, String namespace, String name) {
    record Found(ClusterGateway gateway, WorkflowObject run) {}
    means
        .remote()
        .run(
            () ->
                means
                    .destinations()
                    .open(connection)
                    .then(
                        gateway ->
                            gateway
                                .get(ArgoKind.WORKFLOW, namespace, name)
                                .then(
                                    run ->
                                        Outcome.done(new Found(gateway, new WorkflowObject(run))))),
            outcome -> {
              switch (outcome) {
                case Outcome.Refused<Found>(Problem why) -> start.givesUp(Optional.of(why));
                case Outcome.Done<Found>(Found(ClusterGateway gateway, WorkflowObject run)) ->
                    follow(connection, gateway, run);
              }
            });
  }

  /** Takes up a run that was got already. */
  void follow(String connection, WorkflowObject known) {
    means
        .remote()
        .run(
            () -> means.destinations().open(connection),
            opened -> {
              switch (opened) {
                case Outcome.Refused<ClusterGateway>(Problem why) ->
                    start.givesUp(Optional.of(why));
                case Outcome.Done<ClusterGateway>(ClusterGateway gateway) ->
                    follow(connection, gateway, known);
              }
            });
  }

  private void follow(String connection, ClusterGateway gateway, WorkflowObject known) {
    String namespace = known.namespace().isEmpty() ? gateway.namespace() : known.namespace();
    RunPlace place = new RunPlace(connection, namespace, known.name());
    start.begins(
        ear -> {
          RunOnCluster run = new RunOnCluster(place, gateway, means.destinations(), ear);
          // reading thousands of nodes is not for the window's thread
          means.remote().run(() -> run.follow(known), _ -> {});
          return run;
        });
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tiphys.app.concurrent.Background;
import tiphys.app.runs.RunStart.Wish;
import tiphys.app.runs.SubmitWish.Answer;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.TemplateArguments;
import tiphys.exporter.cluster.Trial;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Submits what is drawn to a cluster, or takes up a run that is there. */
final class StartOnCluster {
  private final RunControl.Means means;
  private final LastArguments last;
  private final RunStart start;
  private Optional<Background.Work> asking = Optional.empty();

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

  /** Whoever waits for the cluster's answer waits no longer. */
  void giveUp() {
    asking.ifPresent(Background.Work::giveUp);
  }

  private <T> void request(
      Background.Told what, Supplier<T> question, Consumer<T> answered, Optional<Problem> givenUp) {
    asking =
        Optional.of(means.remote().run(what, question, answered, () -> start.givesUp(givenUp)));
  }

  void begin(Wish wish, String connection) {
    request(
        Background.Told.of("runs.waiting-form", connection),
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
        this::ask,
        Optional.empty());
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
            answer -> submit(prepared, wish, answer), () -> start.givesUp(Optional.empty()));
  }

  private void submit(Prepared prepared, SubmitWish wish, Answer answer) {
    request(
        Background.Told.of("runs.waiting-submit", wish.subject(), prepared.connection()),
        () -> prepared.create(answer, Trial.REAL),
        created -> submitted(prepared, wish, answer, created),
        Optional.of(
            Problem.refusal(
                ProblemCode.CLUSTER_NOT_AWAITED, wish.subject(), prepared.connection())));
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
    request(
        Background.Told.of("runs.waiting-follow", name, connection),
        () ->
            means
                .destinations()
                .open(connection)
                .then(
                    gateway ->
                        gateway
                            .get(ArgoKind.WORKFLOW, namespace, name)
                            .then(
                                run -> Outcome.done(new Found(gateway, new WorkflowObject(run))))),
        outcome -> {
          switch (outcome) {
            case Outcome.Refused<Found>(Problem why) -> start.givesUp(Optional.of(why));
            case Outcome.Done<Found>(Found(ClusterGateway gateway, WorkflowObject run)) ->
                follow(connection, gateway, run);
          }
        },
        Optional.empty());
  }

  /** Takes up a run that was got already. */
  void follow(String connection, WorkflowObject known) {
    request(
        Background.Told.of("runs.waiting-follow", known.name(), connection),
        () -> means.destinations().open(connection),
        opened -> {
          switch (opened) {
            case Outcome.Refused<ClusterGateway>(Problem why) -> start.givesUp(Optional.of(why));
            case Outcome.Done<ClusterGateway>(ClusterGateway gateway) ->
                follow(connection, gateway, known);
          }
        },
        Optional.empty());
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

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.stored;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tiphys.app.files.LineDifference;
import tiphys.app.stored.Surroundings.Failed;
import tiphys.app.stored.Surroundings.Wanted;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.CronState;
import tiphys.exporter.cluster.StorePlan;
import tiphys.exporter.cluster.StoredResource;
import tiphys.exporter.cluster.TemplateArguments;
import tiphys.exporter.cluster.Trial;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;

/** What can be done with what a cluster keeps; asked first where it destroys. */
final class StoredChanges {
  private final StoredList list;
  private final Surroundings surroundings;
  private final StoredQuestions questions;

  StoredChanges(StoredList list, Surroundings surroundings, StoredQuestions questions) {
    this.list = list;
    this.surroundings = surroundings;
    this.questions = questions;
  }

  /** As a file of its own; the cluster's stays as it is. */
  void open(StoredResource kept) {
    surroundings.openFile(kept.name() + ".yaml", ManifestWriter.yaml(kept.manifest()));
    list.say("stored.opened", kept.name());
  }

  void delete(StoredResource kept) {
    if (questions.mayDelete(kept, connection())) {
      ask(
          kept.name(),
          gateway -> gateway.delete(kept.kind(), kept.namespace(), kept.name()),
          _ -> done("stored.deleted", kept.name()));
    }
  }

  /** Pauses a cron workflow, or lets it go on. */
  void turn(StoredResource cron) {
    CronState next = cron.isSuspended() ? CronState.ACTIVE : CronState.SUSPENDED;
    String key = next == CronState.ACTIVE ? "stored.resumed" : "stored.suspended";
    ask(
        cron.name(),
        gateway -> gateway.setCron(cron.namespace(), cron.name(), next),
        _ -> done(key, cron.name()));
  }

  /** The form asks for the parameters of a template too which is only named. */
  void submit(StoredResource kept) {
    String connection = connection();
    ask(
        kept.name(),
        gateway -> Outcome.done(TemplateArguments.with(gateway, space(kept), kept.manifest())),
        asked -> submit(kept, asked, connection, Optional.empty()));
  }

  private String space(StoredResource kept) {
    return kept.namespace().isEmpty() ? namespace() : kept.namespace();
  }

  /** Whatever goes wrong, the form comes back as it was left. */
  private void submit(
      StoredResource kept, ObjectNode asked, String connection, Optional<Failed> last) {
    surroundings
        .submission(
            asked,
            connection,
            space(kept),
            last,
            wanted ->
                surroundings
                    .open(connection)
                    .then(gateway -> send(gateway, kept, wanted, Trial.DRY_RUN)))
        .ifPresent(wanted -> send(kept, asked, wanted, connection));
  }

  private void send(StoredResource kept, ObjectNode asked, Wanted wanted, String connection) {
    list.ask(
        "stored.waiting-submit",
        kept.name(),
        () ->
            surroundings.open(connection).then(gateway -> send(gateway, kept, wanted, Trial.REAL)),
        outcome -> {
          switch (outcome) {
            case Outcome.Refused<ObjectNode>(Problem why) -> {
              list.refuse(why);
              submit(kept, asked, connection, Optional.of(new Failed(wanted, why)));
            }
            case Outcome.Done<ObjectNode>(ObjectNode run) -> {
              String name = run.at("/metadata/name").asText("");
              list.say("stored.submitted", name);
              surroundings.submitted(
                  kept.manifest(),
                  connection,
                  run.at("/metadata/namespace").asText(wanted.namespace()),
                  name);
            }
          }
        },
        "stored.not-awaited");
  }

  private static Outcome<ObjectNode> send(
      ClusterGateway gateway, StoredResource kept, Wanted wanted, Trial trial) {
    return gateway.submitFrom(
        kept.kind(), wanted.namespace(), kept.name(), wanted.options(), trial);
  }

  /** Creates or replaces each template and cron workflow of the file that is shown. */
  void keepShown() {
    Deque<ObjectNode> left = new ArrayDeque<>();
    for (ObjectNode each : surroundings.shownResources()) {
      if (ArgoKind.of(each.path("kind").asText(""))
          .filter(StoredResource.KINDS::contains)
          .isPresent()) {
        left.add(each);
      }
    }
    if (left.isEmpty()) {
      list.say("stored.nothing-to-keep");
    } else {
      keep(left, false);
    }
  }

  private void keep(Deque<ObjectNode> left, boolean isConflict) {
    Optional.ofNullable(left.peek())
        .ifPresent(
            resource ->
                ask(
                    resource.at("/metadata/name").asText(""),
                    gateway -> StorePlan.of(gateway, namespace(), resource),
                    plan -> agree(left, plan, isConflict)));
  }

  private void agree(Deque<ObjectNode> left, StorePlan plan, boolean isConflict) {
    String name = plan.made().name();
    switch (plan) {
      case StorePlan.Nothing _ -> {
        list.say("stored.same", name);
        next(left);
      }
      case StorePlan.Create(StoredResource made) -> {
        if (questions.mayCreate(made, connection())) {
          perform(left, plan, "stored.created");
        }
      }
      case StorePlan.Replace(StoredResource before, StoredResource made) -> {
        if (questions.mayReplace(made, connection(), difference(before, made), isConflict)) {
          perform(left, plan, "stored.replaced");
        }
      }
    }
  }

  static List<LineDifference.Row> difference(StoredResource before, StoredResource made) {
    return LineDifference.between(
        SourceText.of(ManifestWriter.yaml(before.manifest())),
        SourceText.of(ManifestWriter.yaml(made.manifest())));
  }

  /** Where somebody was faster, what that one wrote is shown, and it is asked again. */
  private void perform(Deque<ObjectNode> left, StorePlan plan, String key) {
    String connection = connection();
    String space = namespace();
    list.ask(
        "stored.waiting-change",
        plan.made().name(),
        () -> surroundings.open(connection).then(gateway -> plan.perform(gateway, space)),
        outcome -> {
          Optional<Problem> why = outcome.refusal();
          if (why.isEmpty()) {
            done(key, plan.made().name());
            next(left);
          } else if (why.get().code() == ProblemCode.CLUSTER_CONFLICT
              || why.get().code() == ProblemCode.CLUSTER_EXISTS_ALREADY) {
            keep(left, true);
          } else {
            list.refuse(why.get());
          }
        },
        "stored.not-awaited");
  }

  private void next(Deque<ObjectNode> left) {
    left.remove();
    keep(left, false);
  }

  private <T> void ask(
      String about, Function<ClusterGateway, Outcome<T>> question, Consumer<T> after) {
    String connection = connection();
    list.ask(
        "stored.waiting-change",
        about,
        () -> surroundings.open(connection).then(question),
        outcome -> {
          outcome.refusal().ifPresent(list::refuse);
          outcome.result().ifPresent(after);
        },
        "stored.not-awaited");
  }

  private void done(String key, String name) {
    list.say(key, name, connection());
    list.reload();
  }

  private String connection() {
    return list.connection().get();
  }

  private String namespace() {
    return list.namespace().get().strip();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.TableView;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.status.DesignChanges;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.local.KeptRun;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.RunComparison;
import tiphys.model.run.RunSnapshot;
import tiphys.model.workflow.Resource;

/** What is done with runs that were chosen: opened, or compared. */
final class ChosenRuns {
  private final RunSource source;
  private final Supplier<Optional<Resource>> file;
  private final Background remote;
  private final Messages messages;
  private final Place place;

  /** Where the answers are shown. */
  interface Place {
    /** Takes the place of the list until the user leaves it. */
    void show(TableView<?> comparison);

    void refuse(Problem why);
  }

  ChosenRuns(
      RunSource source,
      Supplier<Optional<Resource>> file,
      Background remote,
      Messages messages,
      Place place) {
    this.source = source;
    this.file = file;
    this.remote = remote;
    this.messages = messages;
    this.place = place;
  }

  void open(String connection, ListedRun chosen) {
    ask(
        Background.Told.of("history.waiting-open", chosen.run().name()),
        () -> whole(connection, chosen),
        heard(run -> show(connection, chosen, run)));
  }

  private void show(String connection, ListedRun chosen, WorkflowObject whole) {
    boolean isOfFile = OfFile.isOf(chosen, file.get());
    chosen
        .kept()
        .ifPresentOrElse(
            here -> source.show(here, whole, isOfFile),
            () -> source.show(connection, whole, isOfFile));
  }

  /** The older one stands on the left. */
  void compare(String connection, List<ListedRun> two) {
    List<ListedRun> sorted =
        two.stream()
            .sorted(Comparator.comparing(entry -> entry.run().created().orElse(Instant.MIN)))
            .toList();
    ListedRun older = sorted.getFirst();
    ListedRun newer = sorted.getLast();
    ask(
        Background.Told.of("history.waiting-compare", older.run().name(), newer.run().name()),
        () ->
            snapshot(connection, older)
                .then(
                    left ->
                        snapshot(connection, newer)
                            .then(right -> Outcome.done(RunComparison.of(left, right)))),
        heard(
            compared ->
                place.show(
                    new ComparisonTable(
                        compared, older.run().name(), newer.run().name(), messages))));
  }

  /** What the run was made of, against what is drawn now. */
  void compareWithFile(String connection, ListedRun chosen) {
    Supplier<Optional<ObjectNode>> drawn = source.drawing();
    ask(
        Background.Told.of("history.waiting-open", chosen.run().name()),
        () ->
            drawn
                .get()
                .map(
                    resource ->
                        whole(connection, chosen)
                            .then(run -> Outcome.done(DesignChanges.of(run, resource))))
                .orElseGet(() -> Outcome.refused(ProblemCode.RUN_NO_WORKFLOW)),
        heard(
            changes ->
                place.show(
                    new DesignTable(changes, chosen.run().name(), source::reveal, messages))));
  }

  private Outcome<RunSnapshot> snapshot(String connection, ListedRun entry) {
    return whole(connection, entry).then(found -> new RunReader().read(found));
  }

  /** A list may leave out what makes a run large. */
  private Outcome<WorkflowObject> whole(String connection, ListedRun entry) {
    return entry
        .kept()
        .map(KeptRun::whole)
        .orElseGet(() -> source.open(connection).then(gateway -> whole(gateway, entry)))
        .then(found -> Outcome.done(new WorkflowObject(found)));
  }

  private static Outcome<ObjectNode> whole(ClusterGateway gateway, ListedRun entry) {
    WorkflowObject run = entry.run();
    return entry.where() == ListedRun.Where.ARCHIVE
        ? gateway.archivedRun(run.namespace(), run.uid())
        : gateway.get(ArgoKind.WORKFLOW, run.namespace(), run.name());
  }

  private <T> void ask(Background.Told what, Supplier<T> question, Consumer<T> answered) {
    remote.run(what, question, answered, () -> {});
  }

  private <T> Consumer<Outcome<T>> heard(Consumer<T> then) {
    return answer -> {
      answer.refusal().ifPresent(place::refuse);
      answer.result().ifPresent(then);
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.stored;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.ObjectFilter;
import tiphys.exporter.cluster.StoredResource;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** The templates and cron workflows of one connection, as they were when they were last listed. */
final class StoredList {
  private final Surroundings surroundings;
  private final Background.Newest listing;
  private final Background.Newest changing;
  private final Messages messages;
  private final StringProperty connection = new SimpleStringProperty("");
  private final StringProperty namespace = new SimpleStringProperty("");
  private final StringProperty told = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper isTrouble = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper isBusy = new ReadOnlyBooleanWrapper();
  private final ObservableList<StoredResource> rows = FXCollections.observableArrayList();

  /** What was found, and what could not be listed. */
  private record Found(List<StoredResource> rows, List<Problem> refusals) {}

  StoredList(Surroundings surroundings, Background remote, Messages messages) {
    this.surroundings = surroundings;
    this.listing = remote.newest();
    this.changing = remote.newest();
    this.messages = messages;
  }

  StringProperty connection() {
    return connection;
  }

  /** Empty for the connection's own. */
  StringProperty namespace() {
    return namespace;
  }

  ObservableList<StoredResource> rows() {
    return rows;
  }

  /** What came of the last thing that was done. */
  StringProperty told() {
    return told;
  }

  ReadOnlyBooleanProperty isTrouble() {
    return isTrouble.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty isBusy() {
    return isBusy.getReadOnlyProperty();
  }

  /**
   * Asks the cluster something, or has it do something.
   *
   * @param key of the sentence that tells what goes on, with what it is about and the connection
   * @param givenUp the sentence where the user does not wait for the answer
   */
  <T> void ask(
      String key, String about, Supplier<T> question, Consumer<T> answered, String givenUp) {
    ask(changing, key, about, question, answered, givenUp);
  }

  private <T> void ask(
      Background.Newest line,
      String key,
      String about,
      Supplier<T> question,
      Consumer<T> answered,
      String givenUp) {
    String there = connection.get();
    isBusy.set(true);
    line.run(
        Background.Told.of(key, about, there),
        question,
        answer -> {
          isBusy.set(false);
          answered.accept(answer);
        },
        () -> {
          isBusy.set(false);
          say(givenUp, about, there);
        });
  }

  /** The user waits no longer for what goes on. */
  void stop() {
    listing.giveUp();
    changing.giveUp();
  }

  void say(String key, Object... arguments) {
    isTrouble.set(false);
    told.set(messages.text(key, arguments));
  }

  void refuse(Problem why) {
    isTrouble.set(true);
    told.set(messages.problem(why));
  }

  /** Lists anew; what is told stays, unless it goes wrong. */
  void reload() {
    String name = connection.get();
    if (name.isEmpty()) {
      rows.clear();
      return;
    }
    String space = namespace.get().strip();
    ask(
        listing,
        "stored.waiting-list",
        space,
        () -> surroundings.open(name).then(gateway -> Outcome.done(find(gateway, space))),
        this::show,
        "stored.list-stopped");
  }

  private static Found find(ClusterGateway gateway, String space) {
    List<StoredResource> rows = new ArrayList<>();
    List<Problem> refusals = new ArrayList<>();
    for (ArgoKind kind : StoredResource.KINDS) {
      var listed = gateway.list(kind, space, ObjectFilter.ALL);
      listed
          .result()
          .ifPresent(all -> all.items().forEach(item -> rows.add(new StoredResource(kind, item))));
      listed.refusal().ifPresent(refusals::add);
    }
    rows.sort(Comparator.comparing(StoredResource::kind).thenComparing(StoredResource::name));
    return new Found(rows, refusals);
  }

  private void show(Outcome<Found> outcome) {
    rows.setAll(outcome.result().map(Found::rows).orElse(List.of()));
    Optional<Problem> why =
        outcome
            .refusal()
            .or(() -> outcome.result().flatMap(found -> found.refusals().stream().findFirst()));
    why.ifPresent(this::refuse);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.app.theme.WhileShown;
import tiphys.exporter.cluster.CheckStep;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.KubeContexts;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** The connections in a list, and the chosen one in a form that can be tested and kept. */
final class ConnectionsView extends SplitPane {
  static final String STYLE =
      Objects.requireNonNull(ConnectionsView.class.getResource("connections.css")).toExternalForm();

  private final ConnectionDesk desk;
  private final Messages messages;
  private final Questions questions;
  private final ConnectionList list;
  private final ConnectionForm form;
  private final ConnectionReport told;
  private final Button test;
  private final Button save;
  private final Button remove;
  private final Button cancel;
  private final ProgressIndicator turning = new ProgressIndicator();
  private Optional<ConnectionState> edited = Optional.empty();
  private Optional<ConnectionTrial> trial = Optional.empty();

  /** What the user is asked. */
  interface Questions {
    Optional<Path> chooseFile();

    boolean mayRemove(String name);

    /** Shows what is to know of connections that do not work. */
    void explain();
  }

  ConnectionsView(ConnectionDesk desk, Questions questions, Messages messages) {
    this.desk = desk;
    this.questions = questions;
    this.messages = messages;
    this.form = new ConnectionForm(surroundings(), desk.remote(), messages);
    getStyleClass().add("connections-view");
    getStylesheets().add(STYLE);
    save = button("save", this::keep);
    save.getStyleClass().add("accent");
    test = button("test", this::startTest);
    cancel = button("cancel-test", this::cancelTest);
    remove = button("remove", this::removeChosen);
    told = new ConnectionReport(messages, form::pin, questions::explain);
    list = new ConnectionList(messages, this::choose, button("add", this::begin), remove);
    getItems().setAll(list, right());
    setDividerPositions(0.33);
    WhileShown.of(desk.states(), this).subscribe(this::show);
    WhileShown.of(desk.trouble(), this).subscribe(why -> why.ifPresent(told::refuse));
    begin();
  }

  private ConnectionForm.Surroundings surroundings() {
    return new ConnectionForm.Surroundings() {
      @Override
      public Optional<Path> chooseFile() {
        return questions.chooseFile();
      }

      @Override
      public Outcome<KubeContexts> contexts(Optional<Path> kubeconfig) {
        return desk.clusters().contexts(kubeconfig);
      }
    };
  }

  private VBox right() {
    turning.setPrefSize(16, 16);
    turning.setVisible(false);
    cancel.setVisible(false);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(8, test, cancel, turning, space, save);
    buttons.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(new VBox(14, form, told));
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("connections-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox right = new VBox(10, scroll, buttons);
    right.getStyleClass().add("connections-right");
    return right;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.text("connections." + key));
    button.setId("connections-" + key);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void show(List<ConnectionState> states) {
    list.show(states, edited.map(ConnectionState::name));
  }

  private void choose(ConnectionState state) {
    if (edited.filter(before -> isSame(before, state)).isPresent()) {
      return; // only its light has changed: what is being written stays
    }
    edit(Optional.of(state));
    state.why().ifPresent(told::refuse);
  }

  private static boolean isSame(ConnectionState before, ConnectionState now) {
    return before.connection().equals(now.connection());
  }

  /** Clears the form for a new connection. */
  private void begin() {
    list.chooseNone();
    edit(Optional.empty());
    form.focusName();
  }

  private void edit(Optional<ConnectionState> state) {
    cancelTrial();
    edited = state;
    told.clear();
    boolean isFixed = state.filter(ConnectionState::isOfEnvironment).isPresent();
    form.show(
        state.map(each -> ConnectionDraft.of(each.connection())).orElse(ConnectionDraft.EMPTY),
        state.isPresent());
    form.setDisable(isFixed);
    save.setDisable(isFixed);
    remove.setDisable(isFixed || state.isEmpty());
    if (isFixed) {
      told.say("connections.of-environment");
    }
  }

  private void keep() {
    switch (form.draft().connection()) {
      case Outcome.Refused<Connection>(Problem why) -> tellOnly(why);
      case Outcome.Done<Connection>(Connection connection) ->
          desk.keep(
              edited.map(ConnectionState::name),
              connection,
              form.typed(),
              why -> kept(connection, why));
    }
  }

  private void kept(Connection connection, Optional<Problem> why) {
    if (why.isPresent()) {
      tellOnly(why.get());
      return;
    }
    edit(Optional.of(ConnectionState.fresh(connection)));
    told.say("connections.saved");
    show(desk.states().get());
  }

  private void removeChosen() {
    edited
        .map(ConnectionState::name)
        .filter(questions::mayRemove)
        .ifPresent(
            name ->
                desk.remove(
                    name,
                    why -> {
                      begin();
                      why.ifPresent(this::tellOnly);
                    }));
  }

  private void startTest() {
    cancelTrial();
    told.clear();
    Outcome<Connection> meant =
        edited
            .filter(ConnectionState::isOfEnvironment)
            .map(state -> Outcome.done(state.connection()))
            .orElseGet(() -> form.draft().connection());
    switch (meant) {
      case Outcome.Refused<Connection>(Problem why) -> told.refuse(why);
      case Outcome.Done<Connection>(Connection connection) -> test(connection);
    }
  }

  /** A token that is kept is found under the name that the connection had until now. */
  private void test(Connection connection) {
    ConnectionTrial started = new ConnectionTrial(desk.remote(), desk.patience());
    trial = Optional.of(started);
    showTesting(true);
    String kept = edited.map(ConnectionState::name).orElse(connection.name());
    started.start(
        desk.clusters(),
        new Connection(kept, connection.target(), connection.namespace()),
        form.typed(),
        new ConnectionTrial.Listener() {
          @Override
          public void step(CheckStep step) {
            told.add(step);
          }

          @Override
          public void end(Optional<Problem> why) {
            ended(connection, why);
          }
        });
  }

  private void ended(Connection connection, Optional<Problem> why) {
    trial = Optional.empty();
    showTesting(false);
    if (why.isEmpty()) {
      told.say("connections.test-good");
    } else if (told.isEmpty()) {
      told.refuse(why.get());
    }
    edited
        .filter(state -> state.connection().equals(connection))
        .ifPresent(state -> desk.show(state.name(), why));
  }

  private void cancelTest() {
    cancelTrial();
    told.say("connections.test-cancelled");
  }

  /** Breaks off a test that goes on. */
  void cancelTrial() {
    trial.ifPresent(ConnectionTrial::cancel);
    trial = Optional.empty();
    showTesting(false);
  }

  private void showTesting(boolean isTesting) {
    test.setDisable(isTesting);
    cancel.setVisible(isTesting);
    turning.setVisible(isTesting);
  }

  private void tellOnly(Problem why) {
    told.clear();
    told.refuse(why);
  }
}

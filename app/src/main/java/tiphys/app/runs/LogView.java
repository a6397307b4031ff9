// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.exporter.cluster.LogRequest;
import tiphys.exporter.local.LogLines;
import tiphys.model.problem.Problem;
import tiphys.model.run.NodeStatus;

/**
 * What a step prints, as it prints it. Only what is new is read, off the window's thread and one
 * reading at a time; only the end of a long log is kept.
 */
final class LogView extends BorderPane {
  /** A log that grows faster than this between two looks is shown from its end. */
  private static final long MOST_BYTES = 1 << 20;

  private static final Duration BETWEEN_LOOKS = Duration.millis(150);

  private final Background background;
  private final Messages messages;
  private final LogList lines;
  private final ToggleButton follow = new ToggleButton();
  private final TextField find = new TextField();
  private final ContainerChoice container;
  private final Label note = new Label();
  private final Label nothing = new Label();
  private final Timeline looks = new Timeline(new KeyFrame(BETWEEN_LOOKS, _ -> look()));
  private Optional<NodeStatus> node = Optional.empty();
  private Optional<LiveRun> run = Optional.empty();
  private LogLines reader = LogLines.newest(MOST_BYTES);
  private boolean isReading;
  private boolean isAtEnd;
  private boolean isCut;

  LogView(Background background, Messages messages) {
    this.background = background;
    this.messages = messages;
    this.container = new ContainerChoice(this::begin, messages);
    getStyleClass().add("log-view");
    this.lines = new LogList(messages);
    lines.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    nothing.setText(messages.text("runs.log-empty"));
    nothing.setWrapText(true);
    nothing.getStyleClass().add("panel-empty");
    lines.setPlaceholder(nothing);
    note.getStyleClass().add("field-hint");
    note.setId("run-log-note");
    note.getStyleClass().add("log-note");
    note.visibleProperty().bind(note.textProperty().map(text -> !text.isEmpty()));
    note.managedProperty().bind(note.visibleProperty());
    setTop(new VBox(tools(), note));
    setCenter(lines);
    looks.setCycleCount(Animation.INDEFINITE);
    sceneProperty().subscribe(scene -> run(scene != null));
  }

  private HBox tools() {
    Label title = new Label(messages.text("runs.log"));
    title.getStyleClass().add("log-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    follow.setId("run-follow");
    follow.setText(messages.text("runs.follow"));
    follow.setSelected(true);
    follow.getStyleClass().add("small");
    follow.setMinWidth(Region.USE_PREF_SIZE);
    container.setMinWidth(Region.USE_PREF_SIZE);
    follow.selectedProperty().subscribe(this::showEnd);
    find.setId("run-find");
    find.setPromptText(messages.text("runs.find"));
    find.setAccessibleText(messages.text("runs.find"));
    find.setOnAction(_ -> findNext());
    HBox.setHgrow(find, Priority.SOMETIMES);
    Button copy = new Button();
    copy.setGraphic(new GlyphView("copy", 13));
    copy.setId("run-copy");
    copy.setTooltip(new Tooltip(messages.text("runs.copy")));
    copy.setAccessibleText(messages.text("runs.copy"));
    copy.getStyleClass().add("small");
    copy.setOnAction(_ -> lines.copy());
    HBox tools = new HBox(6, title, container, space(), find, follow, copy);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("log-tools");
    return tools;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /** Shows the log of a node; goes on where it was if that is the one it shows. */
  void show(Optional<NodeStatus> wanted, Optional<LiveRun> of) {
    boolean isSame = isSame(node, wanted) && of.equals(run);
    String before = container.container();
    node = wanted;
    run = of;
    container.offer(
        run.flatMap(from -> node.map(from::containers)).orElse(List.of(LogRequest.MAIN)));
    if (!isSame || !before.equals(container.container())) {
      begin();
    }
    run(getScene() != null);
  }

  /** A node that begins anew prints anew. */
  private static boolean isSame(Optional<NodeStatus> before, Optional<NodeStatus> now) {
    boolean hasBegunAnew =
        before
            .flatMap(NodeStatus::startedAt)
            .filter(
                was -> now.flatMap(NodeStatus::startedAt).filter(is -> !is.equals(was)).isPresent())
            .isPresent();
    return before.map(NodeStatus::id).equals(now.map(NodeStatus::id)) && !hasBegunAnew;
  }

  /** From the first line of what is chosen now. */
  private void begin() {
    reader = LogLines.newest(MOST_BYTES);
    isReading = false;
    isAtEnd = false;
    isCut = false;
    note.setText("");
    note.setTooltip(null);
    lines.getItems().clear();
    run(getScene() != null);
  }

  /** The clock goes only while something may come, and somebody could see it. */
  private void run(boolean isSeen) {
    if (isSeen && node.isPresent() && !isAtEnd) {
      looks.play();
      look();
    } else {
      looks.stop();
    }
  }

  private void look() {
    if (isReading || isAtEnd || node.isEmpty() || run.isEmpty()) {
      return;
    }
    isReading = true;
    NodeStatus of = node.get();
    LiveRun from = run.get();
    LogLines with = reader;
    String what = container.container();
    background.run(
        () -> {
          LiveRun.Printed printed = from.log(of, what);
          return new Read(with.next(printed.file(), printed.isWhole()), printed);
        },
        read -> take(read, with));
  }

  /** What a look brought. */
  private record Read(LogLines.News news, LiveRun.Printed printed) {}

  private void take(Read read, LogLines from) {
    if (from != reader) {
      return; // another log is shown by now
    }
    LogLines.News news = read.news();
    isReading = false;
    isAtEnd = read.printed().isWhole();
    if (news.skipped() > 0) {
      lines.getItems().clear();
      isCut = true;
    }
    isCut |= lines.add(news.lines());
    say(read.printed().trouble());
    showEnd(follow.isSelected() && !news.lines().isEmpty());
    if (isAtEnd) {
      looks.stop();
    }
  }

  /** A whole sentence where there is room: beside lines that are there it is in the tooltip. */
  private void say(Optional<Problem> trouble) {
    Optional<String> why = trouble.map(messages::problem);
    String cut =
        isCut ? messages.text("runs.log-end-only", Integer.toString(lines.getItems().size())) : "";
    note.setText(
        why.isEmpty() ? cut : messages.text(isAtEnd ? "runs.log-broken" : "runs.log-interrupted"));
    note.setTooltip(why.map(Tooltip::new).orElse(null));
    note.setAccessibleHelp(why.orElse(""));
    nothing.setText(why.orElseGet(() -> messages.text("runs.log-empty")));
  }

  private void showEnd(boolean isWanted) {
    if (isWanted) {
      lines.showEnd();
    }
  }

  private void findNext() {
    String wanted = find.getText();
    boolean isFound = !wanted.isEmpty() && lines.findNext(wanted);
    if (isFound) {
      follow.setSelected(false);
    }
    note.setText(isFound || wanted.isEmpty() ? "" : messages.text("runs.not-found"));
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      lines.copy();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      find.requestFocus();
      event.consume();
    }
  }
}

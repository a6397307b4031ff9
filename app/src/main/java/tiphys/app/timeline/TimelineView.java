// SPDX-License-Identifier: Apache-2.0
package tiphys.app.timeline;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.message.Elapsed;
import tiphys.app.message.Messages;
import tiphys.app.theme.Look;
import tiphys.app.theme.WhileShown;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.RunTask;
import tiphys.model.workflow.TemplateName;

/**
 * The run that colours the graph as bars over time. A bar chooses the task on the canvas that it
 * belongs to, and the other way round.
 */
public final class TimelineView extends BorderPane {
  private static final String STYLE =
      Objects.requireNonNull(TimelineView.class.getResource("timeline.css")).toExternalForm();

  private final Editor editor;
  private final Background.Newest reading;
  private final Messages messages;
  private final Supplier<Instant> clock;
  private final TimelineChart chart;
  private final Label nothing;
  private final Label summary = new Label();
  private final Timeline ticks;
  private Waits waits = new Waits();
  private TimelineRows rows = TimelineRows.NONE;

  /**
   * @param details brings everything that is known of the chosen node to the front
   */
  public TimelineView(
      Editor editor,
      ObservableValue<Look> look,
      Runnable details,
      Background background,
      Supplier<Instant> clock,
      Messages messages) {
    this.editor = editor;
    this.reading = background.newest();
    this.messages = messages;
    this.clock = clock;
    this.chart = new TimelineChart(messages, clock);
    this.ticks = new Timeline(new KeyFrame(Duration.seconds(1), _ -> chart.requestLayout()));
    getStylesheets().add(STYLE);
    getStyleClass().add("timeline");
    nothing = new Label(messages.text("timeline.none"));
    nothing.getStyleClass().add("panel-empty");
    nothing.setWrapText(true);
    ticks.setCycleCount(Animation.INDEFINITE);
    chart.onChosen(this::choose);
    chart.onOpened(details);
    WhileShown.of(look, this).subscribe(now -> chart.dress(now.palette()));
    editor.overlay().subscribe(this::read);
    editor.selection().subscribe(_ -> mark());
    editor.scopePath().subscribe(_ -> mark());
    sceneProperty().subscribe(_ -> tick());
  }

  private HBox tools() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    summary.setId("timeline-summary");
    summary.getStyleClass().add("field-hint");
    HBox tools =
        new HBox(
            6,
            summary,
            space,
            button("−", "zoom-out", () -> chart.zoom(1 / 1.5)),
            button(messages.text("timeline.fit"), "fit", chart::fit),
            button("+", "zoom-in", () -> chart.zoom(1.5)));
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("timeline-tools");
    return tools;
  }

  private Button button(String text, String key, Runnable action) {
    Button button = new Button(text);
    button.setId("timeline-" + key);
    button.getStyleClass().add("small");
    button.setTooltip(new Tooltip(messages.text("timeline." + key + "-tip")));
    button.setAccessibleText(messages.text("timeline." + key + "-tip"));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void read(Optional<RunSnapshot> run) {
    setCenter(run.isPresent() ? chart : nothing);
    setTop(run.isPresent() ? tools() : null);
    if (run.isEmpty()) {
      reading.drop();
      waits = new Waits();
      show(TimelineRows.NONE);
      return;
    }
    waits.see(run.get(), clock.get());
    reading.run(() -> TimelineRows.of(run.get()), this::show);
  }

  private void show(TimelineRows shown) {
    rows = shown;
    chart.show(shown, waits);
    summary.setText(
        messages.text(
            "timeline.summary",
            shown.rows().size(),
            Elapsed.clock(java.time.Duration.between(shown.from(), shown.until()))));
    mark();
    tick();
  }

  /** Bars grow only while somebody could see it. */
  private void tick() {
    if (getScene() != null && !rows.isOver()) {
      ticks.play();
    } else {
      ticks.stop();
    }
  }

  private void choose(TimelineRows.Row row) {
    row.task().ifPresent(this::choose);
  }

  private void choose(RunTask task) {
    Optional<Scope> shown = editor.scope();
    if (shown.isPresent() && !shown.get().template().value().equals(task.template())) {
      editor.open(new Scope(shown.get().resource(), new TemplateName(task.template())));
    }
    if (editor.scope().filter(scope -> isOf(scope, task)).isPresent()) {
      editor.select(Selection.of(task.task()));
    }
  }

  private static boolean isOf(Scope scope, RunTask task) {
    return scope.template().value().equals(task.template());
  }

  /** Marks what the tasks that are chosen on the canvas became. */
  private void mark() {
    Set<NodeId> chosen = editor.selection().get().nodes();
    Optional<Scope> scope = editor.scope();
    List<TimelineRows.Row> all = rows.rows();
    Set<Integer> marked = new HashSet<>();
    for (int i = 0; i < all.size() && !chosen.isEmpty() && scope.isPresent(); i++) {
      Optional<RunTask> task = all.get(i).task();
      if (task.isPresent() && chosen.contains(task.get().task()) && isOf(scope.get(), task.get())) {
        marked.add(i);
      }
    }
    chart.mark(marked);
  }
}

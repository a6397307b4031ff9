// SPDX-License-Identifier: Apache-2.0
package tiphys.app.timeline;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import tiphys.app.message.Messages;
import tiphys.exporter.picture.Palette;
import tiphys.model.run.NodeStatus;

/**
 * The bars, as large as the window has room for and painted anew at each frame that something
 * changed: what is out of sight costs nothing.
 */
final class TimelineChart extends Region {
  private static final double NAMES = 230;

  /** Right of the last bar there is room for its words. */
  private static final double WORDS = 120;

  private static final double STEP = 1.25;

  private final Messages messages;
  private final Supplier<Instant> clock;
  private final TimelinePainter painter;
  private final Canvas canvas = new Canvas();
  private final ScrollBar down = new ScrollBar();
  private final ScrollBar across = new ScrollBar();
  private final Tooltip tip = new Tooltip();
  private Waits waits = new Waits();
  private TimelineRows rows = TimelineRows.NONE;
  private TimeScale scale = new TimeScale(Instant.EPOCH, 1, 0);
  private Palette palette = Palette.LIGHT;
  private boolean isFitting = true;
  private String chosen = "";
  private int chosenRow = -1;
  private Set<Integer> marked = Set.of();
  private Consumer<TimelineRows.Row> onChosen = _ -> {};
  private Runnable onOpened = () -> {};

  TimelineChart(Messages messages, Supplier<Instant> clock) {
    this.messages = messages;
    this.clock = clock;
    this.painter = new TimelinePainter(messages);
    setId("timeline-chart");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(messages.text("timeline.title"));
    down.setOrientation(Orientation.VERTICAL);
    down.valueProperty().subscribe(this::requestLayout);
    across
        .valueProperty()
        .subscribe(
            (_, to) -> {
              scale = new TimeScale(scale.from(), scale.perSecond(), to.doubleValue());
              requestLayout();
            });
    getChildren().addAll(canvas, down, across);
    focusedProperty().subscribe(this::requestLayout);
    canvas.setOnMousePressed(this::press);
    canvas.setOnMouseMoved(this::hover);
    canvas.setOnMouseExited(_ -> Tooltip.uninstall(canvas, tip));
    setOnScroll(this::scroll);
    setOnKeyPressed(this::key);
  }

  void onChosen(Consumer<TimelineRows.Row> listener) {
    onChosen = listener;
  }

  void onOpened(Runnable listener) {
    onOpened = listener;
  }

  void show(TimelineRows shown, Waits known) {
    waits = known;
    rows = shown;
    scale = new TimeScale(shown.from(), scale.perSecond(), scale.left());
    chosenRow = shown.place(chosen).orElse(-1);
    requestLayout();
  }

  void dress(Palette with) {
    palette = with;
    requestLayout();
  }

  /** Marks rows, and brings the first of them into sight unless one is. */
  void mark(Set<Integer> wanted) {
    boolean isOther = !wanted.equals(marked);
    marked = wanted;
    if (isOther && !wanted.isEmpty() && !wanted.contains(chosenRow)) {
      choose(wanted.stream().min(Integer::compare).orElseThrow(), false);
    }
    requestLayout();
  }

  /** The node that the keys act on. */
  Optional<NodeStatus> chosen() {
    return chosenRow < 0 ? Optional.empty() : Optional.of(rows.rows().get(chosenRow).node());
  }

  void zoom(double factor) {
    zoom(factor, (getWidth() - names()) / 2);
  }

  void fit() {
    isFitting = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double bar = down.prefWidth(-1);
    double width = Math.max(1, getWidth() - bar);
    double height = Math.max(1, getHeight() - bar);
    canvas.setWidth(width);
    canvas.setHeight(height);
    down.resizeRelocate(width, 0, bar, height);
    across.resizeRelocate(names(), height, Math.max(1, width - names()), bar);
    Instant now = now();
    measure(width - names(), height - TimelinePainter.AXIS, now);
    painter.paint(
        canvas.getGraphicsContext2D(),
        new TimelinePainter.Sight(
            rows,
            waits,
            scale,
            width,
            height,
            names(),
            down.getValue(),
            now,
            chosenRow,
            marked,
            isFocused(),
            palette));
  }

  /** A run that goes on ends now; the clocks of cluster and computer may differ. */
  private Instant now() {
    Instant now = rows.isOver() ? rows.until() : clock.get();
    return now.isBefore(rows.until()) ? rows.until() : now;
  }

  private double names() {
    return Math.min(NAMES, getWidth() * 0.4);
  }

  private void measure(double room, double height, Instant now) {
    double seconds = Math.max(1, TimeScale.seconds(rows.from(), now));
    if (isFitting) {
      double fitting = Math.max(20, room - WORDS) / seconds;
      scale = new TimeScale(rows.from(), Math.clamp(fitting, TimeScale.LEAST, TimeScale.MOST), 0);
    }
    double all = seconds * scale.perSecond() + WORDS;
    set(across, all, room, scale.left());
    scale = new TimeScale(rows.from(), scale.perSecond(), across.getValue());
    set(down, rows.rows().size() * TimelinePainter.ROW, height, down.getValue());
  }

  private static void set(ScrollBar bar, double all, double room, double value) {
    double most = Math.max(0, all - room);
    bar.setMax(most);
    bar.setVisibleAmount(all <= room ? most : most * room / all);
    bar.setUnitIncrement(TimelinePainter.ROW);
    bar.setBlockIncrement(room);
    bar.setValue(Math.clamp(value, 0, most));
    bar.setVisible(most > 0);
  }

  private void choose(int row, boolean byHand) {
    if (rows.rows().isEmpty()) {
      return;
    }
    chosenRow = Math.clamp(row, 0, rows.rows().size() - 1);
    TimelineRows.Row shown = rows.rows().get(chosenRow);
    chosen = shown.node().id();
    double top = chosenRow * TimelinePainter.ROW;
    double room = Math.max(TimelinePainter.ROW, canvas.getHeight() - TimelinePainter.AXIS);
    double most = Math.max(0, rows.rows().size() * TimelinePainter.ROW - room);
    down.setMax(most);
    down.setValue(
        Math.clamp(
            Math.clamp(down.getValue(), Math.max(0, top + TimelinePainter.ROW - room), top),
            0,
            most));
    seek(shown.node());
    setAccessibleText(TimelineWords.spoken(shown.node(), now(), messages));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    requestLayout();
    if (byHand) {
      onChosen.accept(shown);
    }
  }

  /** Brings the beginning of a bar into sight. */
  private void seek(NodeStatus node) {
    double room = Math.max(1, canvas.getWidth() - names());
    double x = node.startedAt().map(scale::x).orElse(0.0);
    if (!isFitting && (x < 0 || x > room * 0.9)) {
      across.setValue(Math.clamp(scale.left() + x - room * 0.1, 0, across.getMax()));
    }
  }

  private int rowAt(double y) {
    int row = (int) Math.floor((y - TimelinePainter.AXIS + down.getValue()) / TimelinePainter.ROW);
    return y < TimelinePainter.AXIS || row >= rows.rows().size() ? -1 : row;
  }

  private void press(MouseEvent event) {
    requestFocus();
    int row = rowAt(event.getY());
    if (row >= 0) {
      choose(row, true);
    }
    if (row >= 0 && event.getClickCount() == 2) {
      onOpened.run();
    }
    event.consume();
  }

  private void hover(MouseEvent event) {
    int row = rowAt(event.getY());
    if (row < 0) {
      Tooltip.uninstall(canvas, tip);
      return;
    }
    tip.setText(TimelineWords.told(rows.rows().get(row).node(), now(), messages));
    Tooltip.install(canvas, tip);
  }

  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX() - names());
    } else {
      boolean isAside = event.isShiftDown() && event.getDeltaX() == 0;
      move(down, isAside ? 0 : event.getDeltaY());
      move(across, isAside ? event.getDeltaY() : event.getDeltaX());
    }
    event.consume();
  }

  private void move(ScrollBar bar, double by) {
    if (by != 0) {
      bar.setValue(Math.clamp(bar.getValue() - by, 0, bar.getMax()));
    }
  }

  private void zoom(double factor, double at) {
    isFitting = false;
    scale = scale.zoomed(factor, Math.max(0, at));
    requestLayout();
  }

  private void key(KeyEvent event) {
    int page = (int) Math.max(1, (canvas.getHeight() - TimelinePainter.AXIS) / TimelinePainter.ROW);
    switch (event.getCode()) {
      case UP -> choose(chosenRow - 1, true);
      case DOWN -> choose(chosenRow + 1, true);
      case PAGE_UP -> choose(chosenRow - page, true);
      case PAGE_DOWN -> choose(chosenRow + page, true);
      case HOME -> choose(0, true);
      case END -> choose(rows.rows().size() - 1, true);
      case LEFT -> move(across, 60);
      case RIGHT -> move(across, -60);
      case PLUS, ADD, EQUALS -> zoom(STEP);
      case MINUS, SUBTRACT -> zoom(1 / STEP);
      case DIGIT0, NUMPAD0 -> fit();
      case ENTER -> onOpened.run();
      default -> {
        return;
      }
    }
    event.consume();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import tiphys.app.canvas.drawing.DataDrawing;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.editor.Selection;
import tiphys.app.message.Messages;
import tiphys.app.theme.Look;
import tiphys.app.theme.WhileShown;
import tiphys.model.difference.ScopeDifference;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;

/** Two versions of a template as one graph, to be looked at: nothing can be edited in it. */
public final class ChangedGraph extends Region {
  private static final double PAN = 50;
  private static final double WHEEL_STEP = 0.0015;

  private final Messages messages;
  private final Tiles tiles = new Tiles();
  private final CanvasFonts fonts = new CanvasFonts();
  private final HBox zoom;
  private Look look = Look.LIGHT;
  private Optional<ScopeDifference> shown = Optional.empty();
  private Drawing drawing = Drawing.EMPTY;
  private Viewport viewport = Viewport.HOME;
  private Selection chosen = Selection.NONE;
  private Consumer<NodeId> told = _ -> {};
  private Point2D grabbed = Point2D.ZERO;
  private boolean isUnseen = true;

  public ChangedGraph(Messages messages, ObservableValue<Look> look) {
    this.messages = messages;
    getStyleClass().addAll("canvas", "changed-graph");
    getStylesheets()
        .add(Objects.requireNonNull(CanvasView.class.getResource("canvas.css")).toExternalForm());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    setClip(clip());
    zoom =
        new HBox(
            Buttons.glyph("remove", messages.text("canvas.zoom.out"), () -> zoom(false)),
            Buttons.glyph("add", messages.text("canvas.zoom.in"), () -> zoom(true)),
            Buttons.glyph("fit", messages.text("canvas.zoom.fit"), this::fit));
    zoom.getStyleClass().addAll("canvas-float", "zoom-bar");
    zoom.setAlignment(Pos.CENTER);
    getChildren().addAll(tiles, zoom);
    WhileShown.of(look, this).subscribe(this::dress);
    listen();
  }

  /** Whoever is to know which task was clicked. */
  public void onChosen(Consumer<NodeId> who) {
    told = who;
  }

  /** Shows another graph, or the same one after an edit, without moving the view then. */
  public void show(ScopeDifference difference) {
    boolean isSame =
        shown
            .filter(before -> before.graph().scope().equals(difference.graph().scope()))
            .isPresent();
    shown = Optional.of(difference);
    drawing = Drawing.of(difference.graph(), difference.arrangement(), Drawing.EMPTY);
    chosen = Selection.NONE;
    isUnseen = isUnseen || !isSame;
    paintAnew();
  }

  /** Marks a task and brings it into sight. */
  public void choose(Optional<NodeId> node) {
    chosen = node.filter(id -> drawing.numberOf(id) >= 0).map(Selection::of).orElse(Selection.NONE);
    node.flatMap(drawing::boxOf)
        .filter(_ -> !isUnseen)
        .ifPresent(box -> viewport = viewport.revealing(box, getWidth(), getHeight()));
    requestLayout();
  }

  private Rectangle clip() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    return clip;
  }

  private void dress(Look now) {
    look = now;
    paintAnew();
  }

  private void paintAnew() {
    tiles.dress(fonts, look.palette(), shown);
    requestLayout();
  }

  private void listen() {
    tiles.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    tiles.addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          look(viewport.panned(event.getX() - grabbed.getX(), event.getY() - grabbed.getY()));
          grabbed = new Point2D(event.getX(), event.getY());
        });
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(
        ZoomEvent.ZOOM,
        event ->
            look(
                viewport.zoomedTo(
                    viewport.scale() * event.getZoomFactor(),
                    new Point2D(event.getX(), event.getY()))));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void press(MouseEvent event) {
    requestFocus();
    grabbed = new Point2D(event.getX(), event.getY());
    Point at = viewport.toCanvas(grabbed);
    int[] under = drawing.nodesIn(new Box(at.x(), at.y(), 0, 0));
    for (int i = under.length - 1; i >= 0; i--) {
      if (drawing.box(under[i]).contains(at)) {
        NodeId id = drawing.nodes().get(under[i]).id();
        choose(Optional.of(id));
        told.accept(id);
        return;
      }
    }
  }

  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      double factor = Math.exp(event.getDeltaY() * WHEEL_STEP);
      look(viewport.zoomedTo(viewport.scale() * factor, new Point2D(event.getX(), event.getY())));
    } else {
      look(viewport.panned(event.getDeltaX(), event.getDeltaY()));
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> look(viewport.panned(PAN, 0));
      case RIGHT -> look(viewport.panned(-PAN, 0));
      case UP -> look(viewport.panned(0, PAN));
      case DOWN -> look(viewport.panned(0, -PAN));
      case PLUS, EQUALS, ADD -> zoom(true);
      case MINUS, SUBTRACT -> zoom(false);
      case DIGIT0, NUMPAD0 -> look(viewport.zoomedTo(1, middle()));
      case DIGIT1, NUMPAD1, F -> fit();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void zoom(boolean isIn) {
    look(isIn ? viewport.zoomedIn(middle()) : viewport.zoomedOut(middle()));
  }

  private void fit() {
    look(Viewport.fitting(drawing.bounds(), getWidth(), getHeight()));
  }

  private Point2D middle() {
    return new Point2D(getWidth() / 2, getHeight() / 2);
  }

  private void look(Viewport next) {
    viewport = next;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    tiles.resize(getWidth(), getHeight());
    if (isUnseen && !drawing.isEmpty() && getWidth() > 0 && getHeight() > 0) {
      isUnseen = false;
      viewport = Viewport.fitting(drawing.bounds(), getWidth(), getHeight());
      chosen.single().ifPresent(node -> choose(Optional.of(node)));
    }
    boolean isComplete =
        tiles.show(
            new Frame(
                drawing,
                shown.map(all -> all.graph().groups()).orElse(List.of()),
                Map.of(),
                viewport,
                chosen,
                Feedback.NONE,
                Hit.NOTHING,
                DataDrawing.NONE,
                Surroundings.NONE));
    if (!isComplete) {
      Platform.runLater(this::requestLayout);
    }
    zoom.autosize();
    zoom.relocate(12, getHeight() - zoom.getHeight() - 12);
    setAccessibleText(sentence());
  }

  private String sentence() {
    return chosen
        .single()
        .map(
            node ->
                shown
                    .flatMap(all -> Optional.ofNullable(all.nodes().get(node)))
                    .map(
                        change ->
                            messages.text(
                                "canvas.changed." + change.name().toLowerCase(Locale.ROOT),
                                node.value()))
                    .orElse(node.value()))
        .orElseGet(
            () ->
                messages.text(
                    "canvas.changed.all",
                    drawing.nodes().size(),
                    shown.map(all -> all.nodes().size()).orElse(0)));
  }
}

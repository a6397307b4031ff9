// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.canvas.gesture.Intent;
import tiphys.app.message.Messages;
import tiphys.app.theme.Look;
import tiphys.exporter.picture.Palette;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Point;

/** The canvas with what floats over it. Painted once a pulse, however often something changes. */
public final class CanvasView extends Region {
  private static final double GAP = 14;

  private final CanvasViewModel model;
  private final Canvas canvas = new Canvas();
  private final CanvasFonts fonts = new CanvasFonts();
  private final Breadcrumbs breadcrumbs;
  private final ZoomBar zoomBar;
  private final Minimap minimap;
  private final PointerInput pointer;
  private final KeyInput keys;
  private final Edits edits;
  private Palette palette = Palette.LIGHT;
  private CanvasPainter painter;

  public CanvasView(CanvasViewModel model, Messages messages, ObservableValue<Look> look) {
    this.model = model;
    this.edits = new Edits(model);
    this.breadcrumbs = new Breadcrumbs(model.editor(), messages);
    this.zoomBar = new ZoomBar(model, messages);
    this.minimap = new Minimap(model);
    this.pointer = new PointerInput(model, new Hands());
    this.keys = new KeyInput(model, pointer, new Keys());
    this.painter = new CanvasPainter(canvas.getGraphicsContext2D(), fonts, palette);
    getStyleClass().add("canvas");
    getStylesheets()
        .add(Objects.requireNonNull(CanvasView.class.getResource("canvas.css")).toExternalForm());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    canvas.setManaged(false);
    setClip(clip());
    getChildren().addAll(canvas, breadcrumbs, minimap, zoomBar);
    look.subscribe(this::dress);
    model.frame().subscribe(this::requestLayout);
    listen();
  }

  private Rectangle clip() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    return clip;
  }

  private void dress(Look look) {
    palette = look == Look.DARK ? Palette.DARK : Palette.LIGHT;
    painter = new CanvasPainter(canvas.getGraphicsContext2D(), fonts, palette);
    requestLayout();
  }

  private void listen() {
    canvas.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          requestFocus();
          pointer.press(event);
        });
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, pointer::drag);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, pointer::release);
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, pointer::move);
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointer.exit());
    addEventHandler(ScrollEvent.SCROLL, pointer::scroll);
    addEventHandler(ZoomEvent.ZOOM, pointer::zoom);
    addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    addEventHandler(KeyEvent.KEY_RELEASED, keys::released);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      model.resize(width, height);
    }
    Frame frame = model.frame().get();
    painter.paint(frame, width, height);
    zoomBar.show(frame.viewport().percent());
    minimap.show(frame, palette);
    place(breadcrumbs, GAP, GAP - 2);
    place(zoomBar, width - GAP - zoomBar.prefWidth(-1), height - GAP - zoomBar.prefHeight(-1));
    place(
        minimap,
        width - GAP - Minimap.WIDTH,
        height - 2 * GAP - zoomBar.prefHeight(-1) - Minimap.HEIGHT);
    setCursor(cursor(frame));
  }

  private static void place(Node node, double x, double y) {
    node.autosize();
    node.relocate(Math.rint(x), Math.rint(y));
  }

  private Cursor cursor(Frame frame) {
    if (pointer.isPanReady()) {
      return Cursor.OPEN_HAND;
    }
    return switch (frame.hover()) {
      case Hit.OnPort _ -> Cursor.CROSSHAIR;
      case Hit.OnNode _, Hit.OnEdge _ -> Cursor.HAND;
      case Hit.Nothing _ -> Cursor.DEFAULT;
    };
  }

  private final class Hands implements PointerInput.Listener {
    @Override
    public void perform(Intent intent) {
      edits.perform(intent);
    }

    @Override
    public void openOrRename(NodeId node) {
      model.editor().open(node);
    }

    @Override
    public void offerToCreate(Point at) {}

    @Override
    public void menu(Point2D at) {}
  }

  private final class Keys implements KeyInput.Listener {
    @Override
    public void perform(Intent intent) {
      edits.perform(intent);
    }

    @Override
    public void nudge(Direction direction, double distance) {
      edits.nudge(direction, distance);
    }

    @Override
    public void rename(NodeId node) {}

    @Override
    public void delete() {}

    @Override
    public void addAfter(Optional<NodeId> node) {}
  }
}

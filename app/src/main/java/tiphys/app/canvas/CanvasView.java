// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import tiphys.app.canvas.gesture.DragToCreate;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.canvas.gesture.Intent;
import tiphys.app.canvas.gesture.Pointer;
import tiphys.app.editor.EditTool;
import tiphys.app.keys.KeyBindings;
import tiphys.app.message.Messages;
import tiphys.app.theme.Look;
import tiphys.app.theme.WhileShown;
import tiphys.exporter.picture.Palette;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.Point;
import tiphys.model.state.Area;
import tiphys.model.workflow.TemplateName;

/** The canvas with what floats over it. Painted once a pulse, however often something changes. */
public final class CanvasView extends Region {
  private final CanvasViewModel model;
  private final Tiles tiles = new Tiles();
  private final CanvasFonts fonts = new CanvasFonts();
  private final Edits edits;
  private final Overlay overlay;
  private final PointerInput pointer;
  private final KeyInput keys;
  private final ContextActions actions;
  private final Spoken spoken;
  private final KinLight kin;
  private final Glide glide = new Glide(this::requestLayout);
  private final AreaField area;
  private Palette palette = Palette.LIGHT;
  private Optional<DragToCreate> carried = Optional.empty();
  private Function<NodeId, List<MenuItem>> offered = _ -> List.of();
  private Runnable details = () -> {};

  /** With the keys that it comes with. */
  public CanvasView(CanvasViewModel model, Messages messages, ObservableValue<Look> look) {
    this(model, messages, look, new CanvasKeys(KeyBindings.USUAL));
  }

  public CanvasView(
      CanvasViewModel model, Messages messages, ObservableValue<Look> look, CanvasKeys bound) {
    this.model = model;
    this.edits = new Edits(model);
    this.pointer = new PointerInput(model, new Hands());
    this.keys = new KeyInput(model, pointer, bound, edits.stacks(), new Keys());
    this.overlay =
        new Overlay(
            model, edits, bound, messages, this::connect, this::requestFocus, this::requestLayout);
    this.actions = new ContextActions(model, bound, messages);
    this.spoken = new Spoken(messages);
    this.kin = new KinLight(model, pointer::isBusy);
    this.area = new AreaField(model, messages, this::requestFocus);
    getStyleClass().add("canvas");
    getStylesheets()
        .add(Objects.requireNonNull(CanvasView.class.getResource("canvas.css")).toExternalForm());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    setClip(clip());
    getChildren().add(tiles);
    overlay.addTo(getChildren());
    getChildren().add(area.node());
    // only while it is shown: the look of the program lives longer than a file that is closed
    WhileShown.of(look, this).subscribe(this::dress);
    model.frame().subscribe(this::requestLayout);
    model.onLayout(glide::begin);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                glide.end(); // what ticks in a view holds it for ever
              }
            });
    listen();
  }

  CanvasViewModel model() {
    return model;
  }

  /** Adds a task with a new template of a kind, after the chosen task if there is one. */
  public void add(NodeKind kind) {
    edits.create(new CreateChoice.OfKind(kind), afterChosen());
  }

  /** Adds a task that calls a template that is there, after the chosen task if there is one. */
  public void add(TemplateName template) {
    edits.create(new CreateChoice.OfTemplate(template, ""), afterChosen());
  }

  /** A kind is dragged over the canvas from elsewhere; nothing shows while it is outside. */
  public void carry(NodeKind kind, Point2D inScene) {
    DragToCreate drag =
        carried.orElseGet(
            () -> {
              DragToCreate begun = new DragToCreate(kind, model.drawing());
              carried = Optional.of(begun);
              return begun;
            });
    Point2D at = sceneToLocal(inScene);
    if (contains(at)) {
      drag.moveTo(new Pointer(at, model.viewport()));
    } else {
      drag.leave();
    }
    model.feedback(drag.feedback());
  }

  /** Lets go of what is carried: a task of that kind stands there, if it is over the canvas. */
  public void drop() {
    Optional<DragToCreate> ended = carried;
    cancelCarry();
    requestFocus(); // the keys that come next are meant for what stands there now
    ended.ifPresent(drag -> edits.perform(drag.end()));
  }

  public void cancelCarry() {
    carried = Optional.empty();
    model.feedback(Feedback.NONE);
  }

  /** What others have to offer for a card, in its menu. */
  public void offer(Function<NodeId, List<MenuItem>> entries) {
    offered = entries;
  }

  /** Who shows what a run says of a node of it that is opened. */
  public void onDetails(Runnable show) {
    details = show;
  }

  /** Deletes the chosen tasks, or the chosen connection. */
  public void deleteChosen() {
    edits.deleteChosen();
  }

  /** The middle of an edge, in this view's coordinates. */
  Point2D middleOf(FlowEdge edge) {
    return overlay.middleOf(edge).orElseThrow();
  }

  /** What can be done with one hook. */
  ContextMenu hookMenu(Optional<NodeId> owner, FlowHook hook) {
    return overlay.hookMenu(new Hit.OnHook(owner, hook));
  }

  /** Does what a tool does with what is chosen. */
  public void use(EditTool tool) {
    switch (tool) {
      case LASSO, MAKE_ROOM, HAND -> {
        pointer.take(tool);
        requestFocus();
        requestLayout();
      }
      case AREA -> area.ask();
      case LEAVE_AREA -> area.leave();
      default -> overlay.use(tool);
    }
  }

  /** Opens the field over the title of the chosen card. */
  public void renameChosen() {
    model.selection().single().ifPresent(overlay::rename);
  }

  /** Offers everything that can be added. */
  public void offerToAdd() {
    overlay.offers().anywhere();
  }

  private Edits.Wish afterChosen() {
    return model.selection().single().map(Edits.Wish::after).orElse(Edits.Wish.ANYWHERE);
  }

  private Rectangle clip() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    return clip;
  }

  private void dress(Look look) {
    palette = look.palette();
    tiles.dress(fonts, palette, Optional.empty());
    requestLayout();
  }

  private void listen() {
    tiles.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          requestFocus();
          pointer.press(event);
        });
    tiles.addEventHandler(MouseEvent.MOUSE_DRAGGED, pointer::drag);
    tiles.addEventHandler(MouseEvent.MOUSE_RELEASED, pointer::release);
    tiles.addEventHandler(MouseEvent.MOUSE_MOVED, pointer::move);
    tiles.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointer.exit());
    addEventHandler(ScrollEvent.SCROLL, pointer::scroll);
    addEventHandler(ZoomEvent.ZOOM, pointer::zoom);
    addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    addEventHandler(KeyEvent.KEY_RELEASED, keys::released);
  }

  /** Whether what is in sight is painted finely. */
  boolean isFine() {
    return tiles.isFine();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (tiles.getWidth() != width || tiles.getHeight() != height) {
      tiles.resize(width, height);
      model.resize(width, height);
    }
    Frame frame = glide.of(model.frame().get());
    boolean isComplete = tiles.show(frame);
    if (!isComplete) {
      Platform.runLater(this::requestLayout);
    }
    kin.follow(frame.hover());
    overlay.show(frame, palette, width, height, pointer.isBusy());
    area.show(frame, width);
    setCursor(cursor(frame));
    setAccessibleText(spoken.of(frame));
  }

  private Cursor cursor(Frame frame) {
    if (pointer.isPanReady()) {
      return Cursor.OPEN_HAND;
    }
    if (pointer.tool().isPresent()) {
      return switch (pointer.tool().get()) {
        case LASSO -> Cursor.CROSSHAIR;
        case HAND -> Cursor.OPEN_HAND;
        default -> Cursor.MOVE;
      };
    }
    return switch (frame.hover()) {
      case Hit.OnPort _ -> Cursor.CROSSHAIR;
      case Hit.OnNode _,
          Hit.OnEdge _,
          Hit.OnData _,
          Hit.OnHook _,
          Hit.OnToggle _,
          Hit.OnStack _,
          Hit.OnProblem _ ->
          Cursor.HAND;
      case Hit.OnArea _ -> Cursor.MOVE;
      case Hit.Nothing _ -> Cursor.DEFAULT;
    };
  }

  private void connect(NodeId node) {
    requestFocus();
    pointer.connectFrom(node);
  }

  private void menu(Point2D at) {
    Point place = model.viewport().toCanvas(at);
    actions
        .menu(overlay.menuWork(this::connect, this::use, place), offered)
        .show(this, Side.TOP, at.getX(), at.getY());
  }

  private void perform(Intent intent) {
    if (intent instanceof Intent.OfferToCreate offer) {
      overlay.offers().hanging(offer);
    } else {
      edits.perform(intent);
    }
  }

  private final class Hands implements PointerInput.Listener {
    @Override
    public void perform(Intent intent) {
      CanvasView.this.perform(intent);
    }

    @Override
    public void openOrRename(NodeId node) {
      if (model.drawing().node(node).filter(FlowNode::leadsSomewhere).isPresent()) {
        model.editor().open(node);
      } else {
        overlay.rename(node);
      }
    }

    @Override
    public void toggle(NodeId node) {
      edits.toggle(node);
    }

    @Override
    public void stack(Hit.OnStack hit, int clicks) {
      if (clicks == 2 && hit.part() instanceof Hit.StackPart.Card) {
        details.run();
      } else {
        edits.stacks().press(hit.node(), hit.part());
      }
    }

    @Override
    public void rename(Area renamed) {
      area.rename(renamed);
    }

    @Override
    public void offerToCreate(Point at) {
      overlay.offers().at(at);
    }

    @Override
    public void menu(Point2D at) {
      CanvasView.this.menu(at);
    }

    @Override
    public void hook(Hit.OnHook hook, int clicks) {
      if (clicks == 2) {
        edits.hooks().open(hook.hook());
      } else {
        edits.hooks().goTo(hook.owner(), hook.hook());
      }
    }

    @Override
    public void hookMenu(Hit.OnHook hook, Point2D at) {
      CanvasView.this
          .hookMenu(hook.owner(), hook.hook())
          .show(CanvasView.this, Side.TOP, at.getX(), at.getY());
    }
  }

  private final class Keys implements KeyInput.Listener {
    @Override
    public void perform(Intent intent) {
      CanvasView.this.perform(intent);
    }

    @Override
    public void nudge(Direction direction, double distance) {
      edits.nudge(direction, distance);
    }

    @Override
    public void rename(NodeId node) {
      overlay.rename(node);
    }

    @Override
    public void open(NodeId node) {
      if (model.selection().part().isPresent()) {
        details.run();
      } else {
        edits.enter(node);
      }
    }

    @Override
    public void delete() {
      edits.deleteChosen();
    }

    @Override
    public void use(EditTool tool) {
      CanvasView.this.use(tool);
    }

    @Override
    public void menu() {
      CanvasView.this.menu(
          model
              .selection()
              .single()
              .map(overlay::beside)
              .orElse(new Point2D(getWidth() / 2, getHeight() / 2)));
    }

    @Override
    public void explain(NodeId node) {
      overlay.explain(node);
      requestLayout();
    }

    @Override
    public void addBefore(NodeId node) {
      overlay.offers().before(node);
    }

    @Override
    public void addAfter(Optional<NodeId> node) {
      node.ifPresentOrElse(overlay.offers()::after, overlay.offers()::anywhere);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.canvas.gesture.Intent;
import tiphys.app.editor.EditTool;
import tiphys.app.message.Messages;
import tiphys.exporter.picture.Palette;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.problem.Problem;

/** The real controls over the drawing: where they stand, and what they do. */
final class Overlay {
  private static final double GAP = 14;

  private final CanvasViewModel model;
  private final Edits edits;
  private final Breadcrumbs breadcrumbs;
  private final ZoomBar zoomBar;
  private final Minimap minimap;
  private final ContextPad pad;
  private final RefusalTip tip;
  private final NodeTip nodeTip;
  private final EmptyCanvas empty;
  private final RenameField rename;
  private final RenameField waitFor;
  private final RenameField template;
  private final EdgePad edgePad;
  private final ConditionMenu conditions;
  private final KindMenu kinds;
  private final SlotMenu slots;
  private final HookMenu hooks;
  private final NoteField note;
  private final CreateMenu create;
  private final LostText lost;
  private Optional<Point2D> createAt = Optional.empty();

  /**
   * Makes them.
   *
   * @param connect hangs a connection at the pointer
   * @param focus gives the focus back to the canvas
   * @param again asks for another layout of the canvas
   */
  Overlay(
      CanvasViewModel model,
      Edits edits,
      Messages messages,
      Consumer<NodeId> connect,
      Runnable focus,
      Runnable again) {
    this.model = model;
    this.edits = edits;
    this.lost = new LostText(model.editor());
    this.breadcrumbs = new Breadcrumbs(model.editor(), messages);
    this.zoomBar = new ZoomBar(model, messages);
    this.minimap = new Minimap(model);
    this.pad = new ContextPad(model, messages, new PadWork(connect));
    this.tip = new RefusalTip(messages);
    this.nodeTip = new NodeTip(messages, again);
    this.empty = new EmptyCanvas(model.editor(), messages, new EmptyWork());
    this.rename = new RenameField(messages.text("canvas.rename"), messages, edits::rename, focus);
    this.waitFor =
        new RenameField(
            messages.text("canvas.wait-for"), messages, edits.edges()::setDepends, focus);
    waitFor.growsWithText();
    this.template =
        new RenameField(
            messages.text("canvas.rename-template"),
            messages,
            (_, name) -> edits.templates().rename(name),
            focus);
    this.conditions = new ConditionMenu(edits.edges(), messages, this::waitFor);
    this.slots = new SlotMenu(edits.templates(), messages, waitFor::ask);
    this.hooks = new HookMenu(edits.hooks(), messages, this::askForHook);
    this.kinds = new KindMenu(edits.templates(), messages);
    this.note = new NoteField(model, edits, messages, focus);
    this.edgePad = new EdgePad(model, messages, new EdgeWork());
    this.create =
        new CreateMenu(
            messages,
            () -> {
              model.feedback(Feedback.NONE);
              focus.run();
            });
  }

  void addTo(ObservableList<Node> children) {
    children.addAll(
        empty,
        breadcrumbs,
        minimap,
        zoomBar,
        pad,
        edgePad,
        nodeTip,
        tip,
        note,
        rename,
        waitFor,
        template,
        create);
  }

  /** Follows a frame; called once a pulse. */
  void show(Frame frame, Palette palette, double width, double height, boolean isBusy) {
    zoomBar.show(frame.viewport().percent());
    minimap.show(frame, palette);
    pad.show(frame, isBusy || create.isVisible() || rename.isVisible());
    tip.show(frame, width);
    nodeTip.show(frame, width, height, isBusy || create.isVisible() || rename.isVisible());
    empty.show(frame);
    rename.show(frame, width);
    waitFor.show(frame, width);
    template.show(frame, width);
    note.show(frame, width);
    edgePad.show(frame, isBusy || create.isVisible());
    place(breadcrumbs, GAP, GAP - 2);
    double barHeight = zoomBar.prefHeight(-1);
    place(zoomBar, width - GAP - zoomBar.prefWidth(-1), height - GAP - barHeight);
    place(minimap, width - GAP - Minimap.WIDTH, height - 2 * GAP - barHeight - Minimap.HEIGHT);
    empty.autosize();
    place(empty, (width - empty.getWidth()) / 2, (height - empty.getHeight()) / 2);
    createAt.ifPresent(
        at ->
            place(
                create,
                Math.clamp(at.getX(), GAP, Math.max(GAP, width - CreateMenu.WIDTH - GAP)),
                Math.clamp(at.getY(), GAP, Math.max(GAP, height - CreateMenu.HEIGHT - GAP))));
  }

  void rename(NodeId node) {
    model.drawing().node(node).ifPresent(known -> rename.open(node, known.title()));
  }

  /** Says what the markers of a card mean, or no longer. */
  void explain(NodeId node) {
    nodeTip.ask(node);
  }

  Optional<Point2D> middleOf(FlowEdge edge) {
    return edgePad.middle(edge);
  }

  private void waitFor(NodeId node) {
    waitFor.open(node, edits.edges().depends(node));
  }

  /** Does what a tool does with what is chosen, after asking what it must know. */
  void use(EditTool tool) {
    switch (tool) {
      case INSERT_ON_EDGE -> model.selection().edge().ifPresent(this::offerOn);
      case CONDITION -> model.selection().edge().ifPresent(this::offerConditions);
      case REPLACE -> model.selection().single().ifPresent(this::offerInstead);
      case CHANGE_KIND -> offerKinds();
      case SLOTS -> model.selection().single().ifPresent(this::offerSlots);
      case NOTE -> note.open();
      case RENAME_TEMPLATE -> renameTemplate();
      case HOOKS -> offerHooks();
      case WAIT_FOR -> model.selection().single().ifPresent(this::waitFor);
      default -> edits.use(tool);
    }
  }

  /** Asks beside the chosen card; at the upper edge for the template that is shown. */
  private void renameTemplate() {
    edits
        .templates()
        .template()
        .filter(at -> !at.isResource())
        .ifPresent(
            at ->
                template.ask(
                    model.selection().single(), at.template().value(), edits.templates()::rename));
  }

  /** Offers what a task may run instead. */
  private void offerInstead(NodeId node) {
    createAt = Optional.of(beside(node));
    create.open(edits.choices(), choice -> edits.replaceTemplate(node, choice));
  }

  private void offerKinds() {
    Point2D at = model.selection().single().map(this::beside).orElse(new Point2D(GAP, 3 * GAP));
    Point2D onScreen = pad.getParent().localToScreen(at);
    kinds.menu().show(pad.getParent(), onScreen.getX(), onScreen.getY());
  }

  private void offerSlots(NodeId node) {
    Point2D onScreen = pad.getParent().localToScreen(beside(node));
    slots.of(node).show(pad.getParent(), onScreen.getX(), onScreen.getY());
  }

  /** Those of the chosen task, or of the workflow where none is chosen. */
  private void offerHooks() {
    Optional<NodeId> task = model.selection().single();
    Point2D at = task.map(this::beside).orElse(new Point2D(GAP, 3 * GAP));
    Point2D onScreen = pad.getParent().localToScreen(at);
    hooks.of(task).show(pad.getParent(), onScreen.getX(), onScreen.getY());
  }

  /** What can be done with one hook. */
  ContextMenu hookMenu(Hit.OnHook hook) {
    return hooks.of(hook.owner(), hook.hook());
  }

  private void askForHook(
      Optional<NodeId> at, String text, BiFunction<NodeId, String, Optional<Problem>> does) {
    at.or(() -> model.drawing().nodes().stream().findFirst().map(FlowNode::id))
        .ifPresent(node -> waitFor.ask(node, text, does));
  }

  Point2D beside(NodeId node) {
    return model
        .drawing()
        .boxOf(node)
        .map(box -> model.viewport().toView(new Point(box.right() + GAP, box.y())))
        .orElse(new Point2D(GAP, GAP));
  }

  /** Offers what may stand on an edge. */
  private void offerOn(FlowEdge edge) {
    edgePad.middle(edge).ifPresent(at -> offer(Edits.Wish.on(edge), at));
  }

  private void offerConditions(FlowEdge edge) {
    edgePad.middle(edge).ifPresent(at -> conditions.show(edge, edgePad.getParent(), at));
  }

  /** Offers what a connection that was dropped on nothing may lead to. */
  void offer(Intent.OfferToCreate offer) {
    Point corner = cornerFor(offer.at(), offer.port() == Port.OUT);
    Edits.Wish wish =
        offer.port() == Port.OUT
            ? Edits.Wish.wired(corner, List.of(offer.neighbour()), List.of())
            : Edits.Wish.wired(corner, List.of(), List.of(offer.neighbour()));
    model.feedback(hanging(offer));
    offer(wish, model.viewport().toView(offer.at()).add(GAP, GAP));
  }

  /** The connection stays to be seen while its other end is chosen. */
  private Feedback hanging(Intent.OfferToCreate offer) {
    Optional<Feedback.Wire> wire =
        model
            .drawing()
            .boxOf(offer.neighbour())
            .map(offer.port()::of)
            .map(
                from ->
                    offer.port() == Port.OUT
                        ? new Feedback.Wire(from, offer.at())
                        : new Feedback.Wire(offer.at(), from));
    return wire.map(Feedback::hanging).orElse(Feedback.NONE);
  }

  /** Offers what may stand at a place, wired to nothing. */
  void offerAt(Point at) {
    offer(Edits.Wish.at(cornerFor(at, true)), model.viewport().toView(at));
  }

  /** Offers what may run after a task, beside it. */
  void offerAfter(NodeId node) {
    offer(Edits.Wish.after(node), beside(node));
  }

  /** Offers what may run before a task, beside it. */
  void offerBefore(NodeId node) {
    offer(Edits.Wish.before(node), beside(node));
  }

  /** Offers what may be added anywhere, in the middle of what is in sight. */
  void offerAnywhere() {
    Box seen = model.visible();
    Point middle = new Point(seen.x() + seen.width() / 2, seen.y() + seen.height() / 3);
    Point2D at = model.viewport().toView(middle);
    offer(Edits.Wish.ANYWHERE, at.subtract(CreateMenu.WIDTH / 2, 0));
  }

  private void offer(Edits.Wish wish, Point2D at) {
    createAt = Optional.of(at);
    create.open(edits.choices(), choice -> edits.create(choice, wish));
  }

  /** A card whose port is where the connection was dropped. */
  private static Point cornerFor(Point at, boolean isBelow) {
    return new Point(
        Math.rint(at.x() - NodeSize.WIDTH / 2),
        Math.rint(isBelow ? at.y() : at.y() - NodeSize.HEIGHT));
  }

  private static void place(Node node, double x, double y) {
    node.autosize();
    node.relocate(Math.rint(x), Math.rint(y));
  }

  private final class PadWork implements ContextPad.Listener {
    private final Consumer<NodeId> connect;

    PadWork(Consumer<NodeId> connect) {
      this.connect = connect;
    }

    @Override
    public void addAfter(NodeId node) {
      offerAfter(node);
    }

    @Override
    public void connect(NodeId node) {
      connect.accept(node);
    }

    @Override
    public void open(NodeId node) {
      model.editor().open(node);
    }

    @Override
    public void toggle(NodeId node) {
      edits.toggle(node);
    }

    @Override
    public void delete() {
      edits.deleteChosen();
    }

    @Override
    public void mend(NodeId node) {
      lost.reveal(node);
    }
  }

  private final class EdgeWork implements EdgePad.Listener {
    @Override
    public void insert(FlowEdge edge) {
      offerOn(edge);
    }

    @Override
    public void conditions(FlowEdge edge) {
      offerConditions(edge);
    }

    @Override
    public void delete(FlowEdge edge) {
      edits.edges().disconnect(edge);
    }
  }

  private final class EmptyWork implements EmptyCanvas.Listener {
    @Override
    public void add(NodeKind kind) {
      edits.create(new CreateChoice.OfKind(kind), Edits.Wish.ANYWHERE);
    }

    @Override
    public void offer() {
      offerAnywhere();
    }
  }

  /** What the right button's menu asks for. */
  ContextActions.Listener menuWork(Consumer<NodeId> connect, Consumer<EditTool> use, Point at) {
    return new ContextActions.Listener() {
      @Override
      public void add() {
        offerAt(at);
      }

      @Override
      public void addAfter(FlowNode node) {
        offerAfter(node.id());
      }

      @Override
      public void connect(FlowNode node) {
        connect.accept(node.id());
      }

      @Override
      public void rename(FlowNode node) {
        Overlay.this.rename(node.id());
      }

      @Override
      public void delete() {
        edits.deleteChosen();
      }

      @Override
      public void mend(FlowNode node) {
        lost.reveal(node.id());
      }

      @Override
      public void use(EditTool tool) {
        if (tool == EditTool.PASTE) {
          edits.fragments().paste(Optional.of(cornerFor(at, true)));
        } else {
          use.accept(tool);
        }
      }
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.editor.EditTool;
import tiphys.app.message.Messages;
import tiphys.exporter.picture.Palette;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
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
  private final CreateOffers offers;
  private final LostText lost;

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
      CanvasKeys keys,
      Messages messages,
      Consumer<NodeId> connect,
      Runnable focus,
      Runnable again) {
    this.model = model;
    this.edits = edits;
    this.lost = new LostText(model.editor());
    this.breadcrumbs = new Breadcrumbs(model.editor(), messages);
    this.zoomBar = new ZoomBar(model, keys, messages);
    this.minimap = new Minimap(model);
    this.pad = new ContextPad(model, keys, messages, new PadWork(connect));
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
    this.edgePad = new EdgePad(model, keys, messages, new EdgeWork());
    this.offers = new CreateOffers(model, edits, messages, focus);
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
        offers.menu());
  }

  /** Follows a frame; called once a pulse. */
  void show(Frame frame, Palette palette, double width, double height, boolean isBusy) {
    zoomBar.show(frame.viewport().percent());
    minimap.show(frame, palette);
    tip.show(frame, width);
    nodeTip.show(frame, width, height, isBusy || offers.isShown() || rename.isVisible());
    empty.show(frame, width, height);
    rename.show(frame, width);
    waitFor.show(frame, width);
    template.show(frame, width);
    note.show(frame, width);
    edgePad.show(frame, isBusy || offers.isShown());
    place(breadcrumbs, GAP, GAP - 2);
    double barHeight = zoomBar.prefHeight(-1);
    place(zoomBar, width - GAP - zoomBar.prefWidth(-1), height - GAP - barHeight);
    place(minimap, width - GAP - Minimap.WIDTH, height - 2 * GAP - barHeight - Minimap.HEIGHT);
    pad.show(
        frame,
        isBusy || offers.isShown() || rename.isVisible(),
        Stream.of(breadcrumbs, zoomBar, minimap)
            .filter(Node::isVisible)
            .map(Node::getBoundsInParent)
            .toList());
    offers.show(width, height);
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
      case REPLACE -> model.selection().single().ifPresent(offers::instead);
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
    return offers.beside(node);
  }

  /** Offers what may stand on an edge. */
  private void offerOn(FlowEdge edge) {
    edgePad.middle(edge).ifPresent(at -> offers.on(edge, at));
  }

  private void offerConditions(FlowEdge edge) {
    edgePad.middle(edge).ifPresent(at -> conditions.show(edge, edgePad.getParent(), at));
  }

  /** Offers what may be added. */
  CreateOffers offers() {
    return offers;
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
      offers.after(node);
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
    public void stack(NodeId node) {
      edits.toggleStack(node);
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
      offers.anywhere();
    }
  }

  /** What the right button's menu asks for. */
  ContextActions.Listener menuWork(Consumer<NodeId> connect, Consumer<EditTool> use, Point at) {
    return new ContextActions.Listener() {
      @Override
      public void add() {
        offers.at(at);
      }

      @Override
      public void addAfter(FlowNode node) {
        offers.after(node.id());
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
          edits
              .fragments()
              .paste(Optional.of(CreateOffers.cornerFor(at, true, model.drawing().heading())));
        } else {
          use.accept(tool);
        }
      }
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.editor.InPlace;
import tiphys.app.editor.Selection;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodePhase;
import tiphys.model.run.StackPage;
import tiphys.model.run.StackView;
import tiphys.model.run.TaskState;

/** What pointer and keys do with the fan-outs of a run: open them, turn pages, choose nodes. */
final class Stacks {
  private final CanvasViewModel model;
  private final InPlace inPlace;

  Stacks(CanvasViewModel model) {
    this.model = model;
    this.inPlace = model.editor().inPlace();
  }

  /** Whether a card is a stack that could be opened, or is open. */
  boolean isStack(NodeId node) {
    return isStack(model.frame().get(), node);
  }

  static boolean isStack(Frame frame, NodeId node) {
    TaskState state = frame.states().get(node);
    return state != null && state.isFanOut();
  }

  Optional<StackPage> page(NodeId node) {
    return model.frame().get().around().scene().stack(node);
  }

  private Optional<TaskState> state(NodeId node) {
    return Optional.ofNullable(model.frame().get().states().get(node)).filter(TaskState::isFanOut);
  }

  /**
   * Shows the nodes that a task became, from the page of the first that failed; or closes them
   * again. Why not, where there are none.
   */
  Optional<Problem> toggle(NodeId node) {
    if (page(node).isPresent()) {
      model.holding(node, () -> inPlace.toggle(node));
      return Optional.empty();
    }
    Optional<TaskState> state = state(node);
    state.ifPresent(
        fanOut ->
            model.holding(
                node,
                () -> {
                  inPlace.look(node, StackView.atFailure(fanOut, model.run()));
                  return true;
                }));
    return state.isPresent()
        ? Optional.empty()
        : Optional.of(Problem.refusal(ProblemCode.NOTHING_FANNED_OUT, node.value()));
  }

  /** Does what a part of it is for. */
  void press(NodeId node, Hit.StackPart part) {
    switch (part) {
      case Hit.StackPart.Open _ -> {
        model.select(Selection.of(node));
        toggle(node);
      }
      case Hit.StackPart.Card(NodeId id) -> model.select(Selection.of(node, id));
      case Hit.StackPart.Turn(int pages) -> turn(node, pages);
      case Hit.StackPart.Only(NodePhase phase) -> look(node, view(node).toggled(phase));
    }
  }

  private StackView view(NodeId node) {
    return page(node).map(StackPage::view).orElse(StackView.FIRST);
  }

  /** Other pages, as far as there are any. */
  void turn(NodeId node, int pages) {
    boolean isThere =
        page(node).filter(now -> pages > 0 ? now.hasAfter() : now.hasBefore()).isPresent();
    if (isThere) {
      look(node, view(node).turned(pages));
    }
  }

  /** Those of the next phase that there are any of alone; all after the last. */
  void nextPhase(NodeId node) {
    List<Optional<NodePhase>> offered = new ArrayList<>(List.of(Optional.empty()));
    for (NodePhase phase : NodePhase.values()) {
      if (count(node, phase) > 0) {
        offered.add(Optional.of(phase));
      }
    }
    int next = (offered.indexOf(view(node).only()) + 1) % offered.size();
    look(node, new StackView(0, offered.get(next)));
  }

  private int count(NodeId node, NodePhase phase) {
    return state(node)
        .map(now -> StackPage.of(now, model.run(), new StackView(0, Optional.of(phase))))
        .map(StackPage::matching)
        .orElse(0);
  }

  /** What was chosen of it may be on another page then. */
  private void look(NodeId node, StackView view) {
    inPlace.look(node, view);
    model.select(Selection.of(node));
  }

  /** Chooses the first of the nodes that are shown. */
  boolean enter(NodeId node) {
    Optional<StackPage> page = page(node);
    page.flatMap(now -> now.cards().stream().findFirst())
        .ifPresent(card -> choose(node, card.id()));
    return page.isPresent();
  }

  /** The node of the run that is chosen, on a page that is shown. */
  Optional<StackPage> chosen() {
    Selection chosen = model.selection();
    return chosen
        .single()
        .flatMap(this::page)
        .filter(page -> chosen.part().flatMap(page::card).isPresent());
  }

  /** By an arrow to a neighbour, at the border of a page to the next one. */
  void walk(Direction direction) {
    step(direction.x() + StackPage.COLUMNS * direction.y());
  }

  /** As many nodes on as there are, or back. */
  void step(int by) {
    Optional<StackPage> shown = chosen();
    if (shown.isEmpty()) {
      return;
    }
    NodeId task = model.selection().single().orElseThrow();
    StackPage page = shown.get();
    int number = page.first() - 1 + page.cards().indexOf(chosen(page)) + by;
    if (number < 0 || number >= page.matching()) {
      return;
    }
    int turned = number / StackPage.SIZE - page.view().page();
    if (turned != 0) {
      inPlace.look(task, page.view().turned(turned));
    }
    page(task)
        .map(StackPage::cards)
        .filter(cards -> number % StackPage.SIZE < cards.size())
        .ifPresent(cards -> choose(task, cards.get(number % StackPage.SIZE).id()));
  }

  private StackPage.Card chosen(StackPage page) {
    return model.selection().part().flatMap(page::card).orElseThrow();
  }

  private void choose(NodeId task, NodeId part) {
    model.select(Selection.of(task, part));
    model.frame().get().around().scene().boxOf(task, part).ifPresent(model::reveal);
  }
}

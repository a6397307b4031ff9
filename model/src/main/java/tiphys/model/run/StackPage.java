// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.model.graph.NodeId;

/**
 * A page of the nodes that a task of a run fanned out to. They keep the order of their items
 * whatever becomes of them, so that a page stays as it is while the run goes on.
 *
 * @param cards those on the page; the id of each is that of its node in the run
 * @param slots how many cards a full page of this stack has, so that all pages are of one size
 * @param matching how many there are on all pages
 * @param view what is looked at, with a page that there is
 */
public record StackPage(List<Card> cards, int slots, int matching, StackView view) {
  /** How many cards a page has at most, and how many stand side by side. */
  public static final int SIZE = 24;

  public static final int COLUMNS = 4;

  /** An item of a loop is called {@code task(number:value)}. */
  private static final Pattern ITEM = Pattern.compile(".*?\\((\\d+):(.*)\\)", Pattern.DOTALL);

  /** One node. @param title the value of its item, or its own name where it is of no loop */
  public record Card(NodeId id, String title, String subtitle) {}

  public StackPage {
    cards = List.copyOf(cards);
  }

  /** What is to be seen of a stack now. O(nodes that the task became) where not all are wanted. */
  public static StackPage of(TaskState state, RunOverlay run, StackView wanted) {
    List<String> ids =
        wanted
            .only()
            .map(
                phase ->
                    state.parts().stream()
                        .filter(id -> run.node(id).filter(node -> is(node, phase)).isPresent())
                        .toList())
            .orElse(state.parts());
    int page = Math.clamp(wanted.page(), 0, lastPage(ids.size()));
    List<Card> cards = new ArrayList<>();
    ids.stream()
        .skip((long) page * SIZE)
        .limit(SIZE)
        .forEach(id -> run.node(id).map(StackPage::card).ifPresent(cards::add));
    return new StackPage(
        cards,
        Math.min(SIZE, state.parts().size()),
        ids.size(),
        new StackView(page, wanted.only()));
  }

  private static boolean is(NodeStatus node, NodePhase phase) {
    return node.phase().counted() == phase;
  }

  private static Card card(NodeStatus node) {
    Matcher item = ITEM.matcher(node.displayName());
    NodeId id = new NodeId(node.id());
    return item.matches()
        ? new Card(id, item.group(2), "#" + item.group(1))
        : new Card(id, node.displayName(), node.name());
  }

  private static int lastPage(int nodes) {
    return Math.max(0, (nodes - 1) / SIZE);
  }

  /** The first card of the page among all, counted from 1; 0 where there is none. */
  public int first() {
    return matching == 0 ? 0 : view.page() * SIZE + 1;
  }

  public int last() {
    return Math.min(matching, (view.page() + 1) * SIZE);
  }

  public boolean hasBefore() {
    return view.page() > 0;
  }

  public boolean hasAfter() {
    return view.page() < lastPage(matching);
  }

  public Optional<Card> card(NodeId id) {
    return cards.stream().filter(card -> card.id().equals(id)).findFirst();
  }
}

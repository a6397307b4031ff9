// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.graph.NodeId;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.RunSnapshot;

/**
 * What can be done with one node of a run, or with a card of the drawing that a run has reached.
 */
public final class NodeActs {
  private final Editor editor;
  private final RunControl control;
  private final Messages messages;

  public NodeActs(Editor editor, RunControl control, Messages messages) {
    this.editor = editor;
    this.control = control;
    this.messages = messages;
  }

  /** Of what the run made of a card; nothing where it has made nothing of it. */
  public List<MenuItem> ofCard(NodeId card) {
    Optional<NodeId> part = editor.selection().get().part();
    List<NodeStatus> nodes =
        editor.overlay().get().map(run -> nodes(run, card, part)).orElse(List.of());
    if (nodes.isEmpty()) {
      return List.of();
    }
    List<MenuItem> items = new ArrayList<>();
    items.add(
        item(
            "log",
            messages.text(
                "runs.node-log", part.isPresent() ? nodes.getFirst().displayName() : card.value()),
            () -> {
              editor.select(part.map(one -> Selection.of(card, one)).orElse(Selection.of(card)));
              control.showDetails();
            }));
    nodes.stream()
        .filter(NodeActs::isWaiting)
        .findFirst()
        .ifPresent(node -> items.addAll(resume(node)));
    items.addAll(retry(whole(nodes)));
    if (nodes.size() == 1) {
      items.addAll(pod(nodes.getFirst()));
    }
    return items;
  }

  /** Of one node. */
  List<MenuItem> of(NodeStatus node) {
    List<MenuItem> items = new ArrayList<>(resume(node));
    items.addAll(retry(node));
    items.addAll(pod(node));
    return items;
  }

  /** One of them where that is meant, else all. */
  private List<NodeStatus> nodes(RunSnapshot run, NodeId card, Optional<NodeId> part) {
    if (part.isPresent()) {
      return Optional.ofNullable(run.nodes().get(part.get().value())).stream().toList();
    }
    List<NodeId> way = editor.inPlace().way();
    return editor
        .inPlace()
        .root()
        .flatMap(root -> Optional.ofNullable(RunOverlay.of(run).states(root, way).get(card)))
        .map(
            state ->
                state.nodeIds().stream()
                    .flatMap(id -> Optional.ofNullable(run.nodes().get(id)).stream())
                    .toList())
        .orElse(List.of());
  }

  /** The node that encloses the items of a loop and the attempts: it has the shortest name. */
  private static NodeStatus whole(List<NodeStatus> nodes) {
    return nodes.stream().min(Comparator.comparingInt(node -> node.name().length())).orElseThrow();
  }

  private static boolean isWaiting(NodeStatus node) {
    return node.type().equals("Suspend") && node.phase() == NodePhase.RUNNING;
  }

  private List<MenuItem> resume(NodeStatus node) {
    boolean isPossible = isOnCluster() && isWaiting(node) && possible().contains(RunAct.RESUME);
    return isPossible ? List.of(act("resume", "runs.node-resume", RunAct.RESUME, node)) : List.of();
  }

  private List<MenuItem> retry(NodeStatus node) {
    boolean isOver = !possible().isEmpty() && !possible().contains(RunAct.STOP);
    boolean isPossible = isOnCluster() && isOver && node.phase().isFinished();
    return isPossible ? List.of(act("retry", "runs.node-retry", RunAct.RETRY, node)) : List.of();
  }

  private List<MenuItem> pod(NodeStatus node) {
    return control
        .run()
        .get()
        .flatMap(run -> run.pod(node))
        .map(pod -> item("copy", messages.text("runs.node-pod"), () -> copy(pod)))
        .stream()
        .toList();
  }

  private boolean isOnCluster() {
    return control.run().get().flatMap(LiveRun::place).isPresent();
  }

  private Set<RunAct> possible() {
    return control.acts().getValue();
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private MenuItem act(String glyph, String key, RunAct act, NodeStatus node) {
    return item(
        glyph, messages.text(key, node.displayName()), () -> control.act(act, Optional.of(node)));
  }

  private static MenuItem item(String glyph, String text, Runnable action) {
    MenuItem item = new MenuItem(text, new GlyphView(glyph, GlyphView.SMALL));
    item.setId("node-" + glyph);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}

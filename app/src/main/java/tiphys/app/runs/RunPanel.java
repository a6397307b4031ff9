// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.RunTree;
import tiphys.model.run.TaskState;

/**
 * What a run says of the chosen tasks, or of all: the nodes they became, and of one of them its
 * state, its values and its log.
 */
public final class RunPanel extends BorderPane {
  static final String STYLE =
      Objects.requireNonNull(RunPanel.class.getResource("runs.css")).toExternalForm();

  private final Editor editor;
  private final Background.Newest finding;
  private final NodeList list;
  private final NodeFacts facts;
  private final LogView log;
  private final SplitPane parts = new SplitPane();
  private final Label nothing;
  private Optional<NodeId> followed = Optional.empty();

  public RunPanel(Editor editor, RunControl control, Background background, Messages messages) {
    this.editor = editor;
    this.finding = background.newest();
    this.list = new NodeList(messages);
    list.offer(new NodeActs(editor, control, messages)::of);
    this.facts = new NodeFacts(control, background, messages);
    this.log = new LogView(background, messages);
    getStylesheets().add(STYLE);
    getStyleClass().add("run-panel");
    nothing = new Label(messages.text("runs.none"));
    nothing.getStyleClass().add("panel-empty");
    nothing.setWrapText(true);
    parts.getItems().addAll(list, facts, log);
    parts.setDividerPositions(0.27, 0.6);
    list.chosen()
        .subscribe(
            node -> {
              facts.show(node);
              log.show(node, control.run().get());
            });
    setTop(new RunBanner(control, messages));
    editor.overlay().subscribe(_ -> find());
    editor.selection().subscribe(_ -> find());
    editor.scopePath().subscribe(_ -> find());
  }

  private void find() {
    Optional<RunSnapshot> run = editor.overlay().get();
    setCenter(run.isPresent() ? parts : nothing);
    if (run.isEmpty()) {
      finding.drop();
      list.show(List.of());
      return;
    }
    Set<NodeId> chosen = editor.selection().get().nodes();
    Optional<Scope> root = editor.inPlace().root();
    List<NodeId> way = editor.inPlace().way();
    Optional<NodeId> part = editor.selection().get().part();
    finding.run(
        () -> rows(run.get(), root, way, chosen),
        rows -> {
          list.show(rows);
          follow(part);
        });
  }

  /** What is chosen on the canvas is chosen here once; then the list can be walked from there. */
  private void follow(Optional<NodeId> part) {
    if (!part.equals(followed)) {
      followed = part;
      part.ifPresent(node -> list.choose(node.value()));
    }
  }

  /**
   * Every node as a tree where no task is chosen; else those that the chosen tasks became, of a
   * task within a frame inside of what the frame stands for.
   */
  static List<RunTree.Row> rows(
      RunSnapshot run, Optional<Scope> root, List<NodeId> way, Set<NodeId> chosen) {
    if (chosen.isEmpty() || root.isEmpty()) {
      return RunTree.rows(run);
    }
    Map<NodeId, TaskState> states = RunOverlay.of(run).states(root.get(), way);
    Set<String> ids =
        chosen.stream()
            .flatMap(node -> Optional.ofNullable(states.get(node)).stream())
            .flatMap(state -> state.nodeIds().stream())
            .collect(Collectors.toSet());
    return RunTree.rows(run).stream()
        .filter(row -> ids.contains(row.node().id()))
        .map(row -> new RunTree.Row(row.node(), List.of()))
        .toList();
  }

  /** The best to look at where nobody has chosen: what went wrong, then what goes on. */
  static Optional<NodeStatus> mostTelling(List<NodeStatus> nodes) {
    return nodes.stream()
        .filter(node -> NodeList.isBad(node) && node.type().equals("Pod"))
        .findFirst()
        .or(() -> nodes.stream().filter(NodeList::isBad).findFirst())
        .or(() -> nodes.stream().filter(node -> node.type().equals("Pod")).findFirst())
        .or(() -> nodes.stream().findFirst());
  }
}

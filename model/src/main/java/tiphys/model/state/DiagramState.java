// SPDX-License-Identifier: Apache-2.0
package tiphys.model.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tiphys.model.checks.Checks;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.LostNodes;
import tiphys.model.graph.Scope;
import tiphys.model.place.Locator;
import tiphys.model.problem.Problem;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

/**
 * One revision of a file: its text, and everything derived from it. Immutable; graphs are made when
 * they are first asked for and remembered.
 */
public final class DiagramState {
  private final long revision;
  private final YamlTree tree;
  private final WorkflowFile workflow;
  private final Positions positions;
  private final Checks checks;
  private final Map<Scope, FlowGraph> graphs;

  /** The newest revision before this one whose text can be read; of a readable text, none. */
  private final Optional<DiagramState> lastWhole;

  /** Those of the state before, for what they share with the ones that are made here. */
  private final Map<Scope, FlowGraph> earlierGraphs;

  private DiagramState(
      long revision,
      YamlTree tree,
      Positions positions,
      Library library,
      Optional<DiagramState> lastWhole,
      Map<Scope, FlowGraph> earlierGraphs,
      Optional<Checks> earlierChecks) {
    this.revision = revision;
    this.tree = tree;
    this.positions = positions;
    this.graphs = new ConcurrentHashMap<>();
    this.earlierGraphs = earlierGraphs;
    this.lastWhole = tree.syntaxError().isPresent() ? lastWhole : Optional.empty();
    this.workflow = WorkflowReader.read(tree).with(library);
    this.checks = Checks.of(tree, workflow, this::graph, earlierChecks);
  }

  /** The same text with other positions. */
  private DiagramState(DiagramState before, Positions positions) {
    this.revision = before.revision + 1;
    this.tree = before.tree;
    this.positions = positions;
    this.workflow = before.workflow;
    this.checks = before.checks;
    this.graphs = before.graphs;
    this.earlierGraphs = before.earlierGraphs;
    this.lastWhole = before.lastWhole;
  }

  /** Reads a text from the start. O(length). */
  public static DiagramState of(SourceText text, Positions positions) {
    return new DiagramState(
        0,
        YamlTree.parse(text),
        positions,
        Library.NONE,
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /** The same text among other files. Only what refers to one of them is looked at again. */
  public DiagramState with(Library library) {
    return new DiagramState(
        revision + 1, tree, positions, library, lastWhole, graphs, Optional.of(checks));
  }

  /** The next revision. Reads again only what the edits touch, where it can. */
  public DiagramState after(TextEdits edits, Positions nextPositions) {
    return edits.isEmpty()
        ? new DiagramState(this, nextPositions)
        : new DiagramState(
            revision + 1,
            tree.edited(edits),
            nextPositions,
            workflow.library(),
            tree.syntaxError().isEmpty() ? Optional.of(this) : lastWhole,
            graphs,
            Optional.of(checks));
  }

  /**
   * The newest revision before this one whose text could be read as a whole; empty where this one's
   * can, and where none ever could.
   */
  public Optional<DiagramState> lastWhole() {
    return lastWhole;
  }

  /** Grows with every change, undo and redo included. */
  public long revision() {
    return revision;
  }

  public SourceText text() {
    return tree.text();
  }

  public YamlTree tree() {
    return tree;
  }

  public WorkflowFile workflow() {
    return workflow;
  }

  public Positions positions() {
    return positions;
  }

  /** All problems in order of place. */
  public List<Problem> problems() {
    return checks.problems();
  }

  /** Where things stand in this revision's text. */
  public Locator locator() {
    return new Locator(tree, workflow);
  }

  /**
   * What the canvas shows of a scope; an empty graph where there is no such template. While a part
   * of the text cannot be read, what it held before is still there, marked as {@link
   * tiphys.model.workflow.Behaviour#LOST}.
   */
  public FlowGraph graph(Scope scope) {
    FlowGraph known = graphs.get(scope);
    if (known == null) {
      known = FlowGraph.of(workflow, scope, Optional.ofNullable(earlierGraphs.get(scope)));
      if (lastWhole.isPresent()) {
        known = LostNodes.addedTo(known, lastWhole.get().graph(scope));
      }
      graphs.put(scope, known);
    }
    return known;
  }
}

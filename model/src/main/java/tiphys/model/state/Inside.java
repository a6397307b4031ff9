// SPDX-License-Identifier: Apache-2.0
package tiphys.model.state;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;

/**
 * A scope in the file where it stands: the one that is open, or another one that it refers to.
 *
 * @param file as whoever knows the other files calls it; empty for the one that is open
 * @param graphs what there is to draw of the file's scopes
 */
public record Inside(
    WorkflowFile workflow, Scope scope, String file, Function<Scope, FlowGraph> graphs) {
  /** A scope of a file that is open. */
  public static Inside of(DiagramState state, Scope scope) {
    return new Inside(state.workflow(), scope, "", state::graph);
  }

  /** What a run made of a task of this scope, which nobody edits. */
  Inside ofRun(FlowGraph nodes) {
    return new Inside(workflow, scope, "status", _ -> nodes);
  }

  /** Whether it stands in the file that is open, and can be edited. */
  public boolean isHere() {
    return file.isEmpty();
  }

  /** The same for no other scope of no other file. */
  String key() {
    String resource =
        isHere() ? Integer.toString(scope.resource()) : workflow.resources().getFirst().title();
    return file + " " + resource + " " + scope.template();
  }

  public FlowGraph graph() {
    return graphs.apply(scope);
  }

  /** How many tasks of the same resource run this template. O(tasks of the resource). */
  public int uses() {
    return Scopes.spec(workflow, scope.resource())
        .map(
            spec ->
                (int)
                    spec.templates().stream()
                        .flatMap(template -> template.calls().stream())
                        .filter(
                            task ->
                                task.call() instanceof Call.Local(TemplateName name)
                                    && name.equals(scope.template()))
                        .count())
        .orElse(0);
  }

  /** What a node of this scope has inside; empty for what has none, or is not at hand. */
  public Optional<Inside> of(FlowNode node) {
    if (node.opens().isPresent()) {
      Scope inner = new Scope(scope.resource(), node.opens().get());
      return Scopes.exists(workflow, inner)
          ? Optional.of(new Inside(workflow, inner, file, graphs))
          : Optional.empty();
    }
    return node.elsewhere()
        .flatMap(call -> workflow.find(call.toResource()).map(entry -> into(entry, call)))
        .filter(inside -> hasInside(inside.workflow(), inside.scope()));
  }

  private Inside into(Library.Entry entry, Call.Reference call) {
    if (entry.file().isEmpty() || entry.file().equals(file)) {
      return new Inside(workflow, named(workflow, entry.number(), call), file, graphs);
    }
    // of another file only the resource is known, and what that file itself could refer to
    WorkflowFile other = new WorkflowFile(List.of(entry.resource()), workflow.library());
    return new Inside(
        other, named(other, 0, call), entry.file(), scope -> FlowGraph.of(other, scope));
  }

  private static Scope named(WorkflowFile file, int resource, Call.Reference call) {
    Scope named = new Scope(resource, new TemplateName(call.template()));
    return Scopes.exists(file, named) ? named : Scopes.first(file, resource);
  }

  /** A template of another file may be a container, which has nothing inside. */
  private static boolean hasInside(WorkflowFile file, Scope scope) {
    return Scopes.template(file, scope)
        .filter(template -> !Scopes.tasks(template).isEmpty())
        .isPresent();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.place.Location;
import tiphys.model.place.Locator;
import tiphys.model.problem.Problem;
import tiphys.model.problem.Severity;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;

/** Which nodes of a scope the problems of a file belong to. */
public final class ProblemsInSight {
  /** Beyond these a drawing full of marks says no more. */
  private static final int MOST = 200;

  private final DiagramState state;
  private final List<Located> problems = new ArrayList<>();

  private record Located(Problem problem, Location at) {}

  /** Looks for the places of the first two hundred problems. O(file) for each. */
  public ProblemsInSight(DiagramState state) {
    this.state = state;
    Locator locator = state.locator();
    for (Problem problem : state.problems().subList(0, Math.min(MOST, state.problems().size()))) {
      problem
          .place()
          .flatMap(place -> locator.at(place.start()))
          .ifPresent(at -> problems.add(new Located(problem, at)));
    }
  }

  /**
   * The worst problem of each node that has any: of the task itself, or of a template without an
   * inside that it calls.
   */
  public Map<NodeId, Problem> of(Scope shown) {
    Map<NodeId, Problem> found = new LinkedHashMap<>();
    Map<TemplateName, List<NodeId>> callers = callers(shown);
    for (Located located : problems) {
      for (NodeId node : nodes(shown, located.at(), callers)) {
        Problem known = found.get(node);
        boolean isWorse =
            known == null
                || known.severity() != Severity.ERROR
                    && located.problem().severity() == Severity.ERROR;
        if (isWorse) {
          found.put(node, located.problem());
        }
      }
    }
    return found;
  }

  private List<NodeId> nodes(Scope shown, Location at, Map<TemplateName, List<NodeId>> callers) {
    if (at.scope().equals(shown)) {
      return at.node().stream().toList();
    }
    boolean isLeaf =
        at.scope().resource() == shown.resource()
            && Scopes.template(state.workflow(), at.scope())
                .filter(leaf -> Scopes.tasks(leaf).isEmpty())
                .isPresent();
    return isLeaf ? callers.getOrDefault(at.scope().template(), List.of()) : List.of();
  }

  /**
   * The nodes of a scope by the templates of its resource that they call. O(tasks of the scope).
   */
  private Map<TemplateName, List<NodeId>> callers(Scope shown) {
    Map<TemplateName, List<NodeId>> callers = new HashMap<>();
    Optional<Template> caller =
        problems.isEmpty() ? Optional.empty() : Scopes.template(state.workflow(), shown);
    if (caller.isPresent()) {
      List<NodeId> ids = NodeIdsInScope.of(caller.get()).ids();
      List<Task> tasks = Scopes.tasks(caller.get());
      for (int i = 0; i < tasks.size(); i++) {
        if (tasks.get(i).call() instanceof Call.Local(TemplateName name)) {
          callers.computeIfAbsent(name, _ -> new ArrayList<>()).add(ids.get(i));
        }
      }
    }
    return callers;
  }
}

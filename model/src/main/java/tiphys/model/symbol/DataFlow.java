// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.Scopes;
import tiphys.model.place.Locator;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/** Which task of a scope reads what of which other one: the edges that data takes. */
public final class DataFlow {
  private record Ends(Optional<NodeId> from, Optional<NodeId> to) {}

  private final Template template;
  private final NodeIdsInScope ids;
  private final FlowGraph graph;
  private final Map<Ends, Map<String, DataEdge.Passed>> found = new LinkedHashMap<>();

  private DataFlow(Template template, FlowGraph graph) {
    this.template = template;
    this.ids = NodeIdsInScope.of(template);
    this.graph = graph;
  }

  /**
   * The edges of the scope that a graph shows, those of one pair of tasks as one. O(tasks) after
   * the first time, and a search along the graph for each edge that is no dependency itself; may be
   * called from any thread.
   */
  public static List<DataEdge> of(YamlTree tree, WorkflowFile workflow, FlowGraph graph) {
    Optional<Template> template = Scopes.template(workflow, graph.scope());
    Optional<YamlPlace> place = new Locator(tree, workflow).template(graph.scope());
    if (template.isEmpty() || place.isEmpty() || template.get().calls().isEmpty()) {
      return List.of();
    }
    DataFlow flow = new DataFlow(template.get(), graph);
    List<YamlPlace> tasks = Locator.tasksOf(place.get());
    for (int i = 0; i < Math.min(tasks.size(), flow.ids.ids().size()); i++) {
      NodeId reader = flow.ids.ids().get(i);
      flow.add(Optional.of(reader), tasks.get(i), _ -> true);
      tasks.get(i).get("inline").ifPresent(inline -> flow.addInline(reader, inline, Set.of()));
    }
    place.get().get("outputs").ifPresent(outputs -> flow.add(Optional.empty(), outputs, _ -> true));
    return flow.edges();
  }

  /**
   * What a template reads that stands in a task; names of its own tasks mean those.
   *
   * @param known the names of the tasks of those that it stands in
   */
  private void addInline(NodeId reader, YamlPlace inline, Set<String> known) {
    Set<String> own = new HashSet<>(known);
    List<YamlPlace> tasks = Locator.tasksOf(inline);
    for (YamlPlace task : tasks) {
      task.get("name").flatMap(YamlPlace::text).ifPresent(own::add);
    }
    add(
        Optional.of(reader),
        inline,
        read -> read.part(0).equals("inputs") ? isDeclared(read) : !own.contains(read.part(1)));
    for (YamlPlace task : tasks) {
      task.get("inline").ifPresent(deeper -> addInline(reader, deeper, own));
    }
  }

  private boolean isDeclared(Reads.Read read) {
    return read.part(1).equals("artifacts")
        ? template.inputs().artifact(inputName(read)).isPresent()
        : template.inputs().parameter(inputName(read)).isPresent();
  }

  /**
   * @param isOfScope whether a name means what it means in the scope
   */
  private void add(Optional<NodeId> reader, YamlPlace place, Predicate<Reads.Read> isOfScope) {
    for (Reads.Read read : Reads.of(place.node()).all()) {
      if (!isOfScope.test(read)) {
        continue;
      }
      Site site = read.site(graph.scope(), reader, place.start());
      switch (read.part(0)) {
        case "tasks", "steps" -> {
          NodeId writer = new NodeId(read.part(1));
          boolean isOther = ids.position(writer) >= 0 && !reader.filter(writer::equals).isPresent();
          if (isOther && read.part(2).equals("outputs")) {
            add(new Ends(Optional.of(writer), reader), read, outputName(read), site);
          }
        }
        case "inputs" -> {
          if (read.parts().size() > 2) {
            add(new Ends(Optional.empty(), reader), read, inputName(read), site);
          }
        }
        default -> {
          // nothing that a task of the scope writes
        }
      }
    }
  }

  private void add(Ends ends, Reads.Read read, String name, Site site) {
    found
        .computeIfAbsent(ends, _ -> new LinkedHashMap<>())
        .putIfAbsent(read.rest(0), new DataEdge.Passed(name, read.rest(0), site));
  }

  private static String outputName(Reads.Read read) {
    return read.parts().size() > 4 ? read.rest(4) : read.rest(3);
  }

  /** {@code inputs.artifacts.x.path} is of the artifact {@code x}. */
  private static String inputName(Reads.Read read) {
    return read.part(1).equals("artifacts") ? read.part(2) : read.rest(2);
  }

  private List<DataEdge> edges() {
    List<DataEdge> edges = new ArrayList<>(found.size());
    found.forEach(
        (ends, passed) ->
            edges.add(
                new DataEdge(
                    ends.from(), ends.to(), List.copyOf(passed.values()), isInOrder(ends))));
    return edges;
  }

  private boolean isInOrder(Ends ends) {
    if (ends.from().isEmpty() || ends.to().isEmpty()) {
      return true;
    }
    NodeId from = ends.from().get();
    NodeId to = ends.to().get();
    if (!graph.groups().isEmpty()) {
      return groupOf(from) < groupOf(to);
    }
    return graph.edge(from, to).isPresent() || !graph.pathBetween(from, to).isEmpty();
  }

  private int groupOf(NodeId step) {
    for (int i = 0; i < graph.groups().size(); i++) {
      if (graph.groups().get(i).members().contains(step)) {
        return i;
      }
    }
    return -1;
  }
}

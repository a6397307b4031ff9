// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tiphys.model.layout.NodeSize;
import tiphys.model.text.SourceText;

/**
 * A graph each of whose tasks calls a DAG of its own.
 *
 * @param outer what the tasks wait for that have an inside
 * @param inner what each of them holds
 */
record NestedGraph(SampleGraph outer, SampleGraph inner) {
  private static final int MOST_INSIDE = 10;

  /** Of about so many tasks that run something. */
  static NestedGraph of(int tasks) {
    int inside = Math.min(MOST_INSIDE, tasks / 4);
    return new NestedGraph(
        SampleGraph.all(tasks / inside).getFirst(), SampleGraph.all(inside).getFirst());
  }

  /** One template for each task, so that none says that it is shared. */
  SourceText workflow() {
    StringBuilder text = new StringBuilder(SampleGraph.HEAD);
    tasks(text, outer, i -> "part-" + i);
    for (int i = 0; i < outer.nodes(); i++) {
      text.append("    - name: part-").append(i).append("\n      dag:\n        tasks:\n");
      tasks(text, inner, _ -> "echo");
    }
    return SourceText.of(text.toString());
  }

  private static void tasks(StringBuilder text, SampleGraph graph, IntFunction<String> template) {
    List<List<String>> waits = new ArrayList<>();
    IntStream.range(0, graph.nodes()).forEach(_ -> waits.add(new ArrayList<>()));
    graph.edges().forEach(edge -> waits.get(edge.to()).add("t" + edge.from()));
    for (int i = 0; i < graph.nodes(); i++) {
      text.append("          - name: t").append(i);
      text.append("\n            template: ").append(template.apply(i)).append('\n');
      if (!waits.get(i).isEmpty()) {
        text.append("            depends: ").append(String.join(" && ", waits.get(i))).append('\n');
      }
    }
  }

  /**
   * The same in the language of Graphviz: a cluster for each task, and between clusters an edge
   * from the last node of one to the first of the other, cut where the clusters end.
   */
  String dot() {
    StringBuilder text = new StringBuilder("digraph {\ncompound=true;\n");
    text.append(
        String.format(
            Locale.ROOT,
            "graph [nodesep=%f, ranksep=%f]; node [shape=box, fixedsize=true, width=%f, height=%f,"
                + " label=\"\"]; edge [arrowhead=none];%n",
            NodeSize.GAP_BESIDE / 72,
            NodeSize.GAP_BELOW / 72,
            NodeSize.WIDTH / 72,
            NodeSize.HEIGHT / 72));
    for (int part = 0; part < outer.nodes(); part++) {
      text.append("subgraph cluster_").append(part).append(" {\n");
      for (int i = 0; i < inner.nodes(); i++) {
        text.append(node(part, i)).append(";\n");
      }
      for (SampleGraph.Edge edge : inner.edges()) {
        text.append(node(part, edge.from())).append("->").append(node(part, edge.to()));
        text.append(";\n");
      }
      text.append("}\n");
    }
    for (SampleGraph.Edge edge : outer.edges()) {
      text.append(node(edge.from(), inner.nodes() - 1)).append("->").append(node(edge.to(), 0));
      text.append(" [ltail=cluster_").append(edge.from());
      text.append(", lhead=cluster_").append(edge.to()).append("];\n");
    }
    return text.append("}\n").toString();
  }

  private static String node(int part, int number) {
    return "p" + part + "_" + number;
  }
}

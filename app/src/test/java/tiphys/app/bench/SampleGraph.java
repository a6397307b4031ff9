// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tiphys.model.text.SourceText;

/**
 * A graph that layouts are measured with.
 *
 * @param edges pairs of numbers of nodes, the first of which runs first
 */
record SampleGraph(String name, int nodes, List<Edge> edges) {
  static final String HEAD =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: sample-}
      spec:
        entrypoint: main
        templates:
          - name: echo
            container: {image: "alpine:3.23"}
          - name: main
            dag:
              tasks:
      """;

  record Edge(int from, int to) {}

  /** One of each kind, of about so many nodes. */
  static List<SampleGraph> all(int nodes) {
    return List.of(random(nodes), fanOut(nodes), chain(nodes), diamonds(nodes), longEdges(nodes));
  }

  /** Layers as wide as there are layers; each task waits for one to three of the layer above. */
  private static SampleGraph random(int nodes) {
    Random random = new Random(7);
    int wide = (int) Math.sqrt(nodes);
    Set<Edge> edges = new LinkedHashSet<>();
    for (int to = wide; to < nodes; to++) {
      int above = to / wide * wide - wide;
      for (int k = 1 + random.nextInt(3); k > 0; k--) {
        edges.add(new Edge(above + random.nextInt(wide), to));
      }
    }
    return new SampleGraph("random layers", nodes, List.copyOf(edges));
  }

  private static SampleGraph fanOut(int nodes) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < nodes - 1; i++) {
      edges.add(new Edge(0, i));
      edges.add(new Edge(i, nodes - 1));
    }
    return new SampleGraph("fan-out", nodes, edges);
  }

  private static SampleGraph chain(int nodes) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < nodes; i++) {
      edges.add(new Edge(i - 1, i));
    }
    return new SampleGraph("chain", nodes, edges);
  }

  /** One diamond after another, two to five tasks wide. */
  private static SampleGraph diamonds(int nodes) {
    List<Edge> edges = new ArrayList<>();
    int top = 0;
    for (int k = 0; top + 7 < nodes; k++) {
      int wide = 2 + k % 4;
      int bottom = top + wide + 1;
      for (int i = top + 1; i < bottom; i++) {
        edges.add(new Edge(top, i));
        edges.add(new Edge(i, bottom));
      }
      top = bottom;
    }
    return new SampleGraph("diamonds", top + 1, edges);
  }

  /** Tasks that wait for one near them in the layer above, and every fourth for one far above. */
  private static SampleGraph longEdges(int nodes) {
    Random random = new Random(11);
    int wide = Math.max(4, (int) Math.sqrt(nodes) / 2);
    Set<Edge> edges = new LinkedHashSet<>();
    for (int to = wide; to < nodes; to++) {
      int place = Math.clamp(to % wide + random.nextInt(3) - 1, 0, wide - 1);
      edges.add(new Edge(to / wide * wide - wide + place, to));
      if (random.nextInt(4) == 0) {
        int back = Math.min(to / wide, 2 + random.nextInt(10));
        int other = Math.clamp(to % wide + random.nextInt(7) - 3, 0, wide - 1);
        edges.add(new Edge((to / wide - back) * wide + other, to));
      }
    }
    return new SampleGraph("long edges", nodes, List.copyOf(edges));
  }

  /** As a workflow, with the tasks written in the order of their numbers. */
  SourceText workflow() {
    List<StringBuilder> waits = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      waits.add(new StringBuilder());
    }
    for (Edge edge : edges) {
      StringBuilder wait = waits.get(edge.to());
      wait.append(wait.isEmpty() ? "" : " && ").append("t").append(edge.from());
    }
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < nodes; i++) {
      text.append("          - name: t").append(i).append("\n            template: echo\n");
      if (!waits.get(i).isEmpty()) {
        text.append("            depends: ").append(waits.get(i)).append('\n');
      }
    }
    return SourceText.of(text.toString());
  }

  /** For a program: the number of nodes and edges, then an edge a line. */
  String lines() {
    StringBuilder text = new StringBuilder().append(nodes).append(' ').append(edges.size());
    edges.forEach(edge -> text.append('\n').append(edge.from()).append(' ').append(edge.to()));
    return text.append('\n').toString();
  }
}

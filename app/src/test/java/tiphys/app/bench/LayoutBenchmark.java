// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tiphys.model.layout.LayoutQuality;
import tiphys.model.layout.NodeSize;

/**
 * The same graphs laid out by Tiphys and by what else is on this machine, judged by the same
 * measure. Graphviz is found on the path. dagre and elkjs are found by Node.js where {@code
 * NODE_PATH} has them ({@code npm install @dagrejs/dagre elkjs}); ELK is on the class path of the
 * profile that starts this program.
 */
public final class LayoutBenchmark {
  private LayoutBenchmark() {}

  /** Takes the number of nodes; 10,000 without it. {@code -Dseconds} is what each is given. */
  public static void main(String[] arguments) {
    int nodes = LargeWorkflow.tasks(arguments);
    int seconds = Integer.getInteger("seconds", 60);
    List<Layouter> layouters = new ArrayList<>(List.of(new TiphysLayouter()));
    for (Layouter other : others(seconds)) {
      if (other.isHere()) {
        layouters.add(other);
      } else {
        System.out.println(other.name() + ": not here");
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %7s %7s  %-13s %9s %10s %8s %9s %7s %9s%n",
        "graph",
        "nodes",
        "edges",
        "layout",
        "ms",
        "crossings",
        "through",
        "length",
        "turns",
        "area");
    for (SampleGraph graph : SampleGraph.all(nodes)) {
      for (Layouter layouter : layouters) {
        print(graph, layouter);
      }
    }
    System.exit(0);
  }

  private static List<Layouter> others(int seconds) {
    String java = System.getProperty("java.home") + "/bin/java";
    String classes = System.getProperty("java.class.path");
    return List.of(
        new DotLayouter(seconds),
        ProgramLayouter.of("dagre", List.of("node", "--stack-size=30000"), "dagre.cjs", seconds),
        ProgramLayouter.of("elkjs", List.of("node", "--stack-size=30000"), "elkjs.cjs", seconds),
        ProgramLayouter.of(
            "ELK", List.of(java, "-Xmx2g", "-Xss16m", "-cp", classes), "Elk.java", seconds));
  }

  private static void print(SampleGraph graph, Layouter layouter) {
    System.out.printf(
        Locale.ROOT,
        "%-14s %,7d %,7d  %-13s ",
        graph.name(),
        graph.nodes(),
        graph.edges().size(),
        layouter.name());
    try {
      LaidOut laid = layouter.layOut(graph);
      LayoutQuality quality = laid.quality();
      System.out.printf(
          Locale.ROOT,
          "%,9.1f %,10d %,8d %,9.0f %7.2f %9.1f%n",
          laid.milliseconds(),
          quality.crossings(),
          quality.throughNodes(),
          quality.length(),
          quality.turns(),
          quality.area() / (NodeSize.WIDTH * NodeSize.HEIGHT));
    } catch (Layouter.TooLong why) {
      System.out.println(why.getMessage());
    }
  }
}

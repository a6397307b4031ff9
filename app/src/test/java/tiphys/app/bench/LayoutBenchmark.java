// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tiphys.model.layout.LayoutQuality;
import tiphys.model.layout.NodeSize;

/**
 * The same graphs laid out by Tiphys and by what one would take instead, judged by the same
 * measure. Graphviz is found on the path; dagre and elkjs are fetched by npm for this run; ELK is
 * on the class path of the profile that starts this program. What cannot be had is said.
 */
public final class LayoutBenchmark {
  private static final String DAGRE = "@dagrejs/dagre@3.1.3";
  private static final String ELKJS = "elkjs@0.12.1";

  private LayoutBenchmark() {}

  /**
   * Takes how large the graphs are, as {@code 100,1000,10000}. {@code -Dseconds} is what each
   * layout is given, {@code -Dothers} which of the others are asked, as {@code dagre,ELK}.
   */
  public static void main(String[] arguments) {
    int seconds = Integer.getInteger("seconds", 120);
    List<Layouter> others = new ArrayList<>();
    List<String> wanted =
        List.of(System.getProperty("others", "Graphviz dot,dagre,elkjs,ELK").split(",", -1));
    for (Layouter other : others(seconds)) {
      if (!wanted.contains(other.name())) {
        continue;
      }
      if (other.isHere()) {
        others.add(other);
      } else {
        System.out.println(other.name() + ": cannot be had here");
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
    for (int nodes : sizes(arguments)) {
      for (SampleGraph graph : SampleGraph.all(nodes)) {
        compare(graph, others);
      }
    }
    System.exit(0);
  }

  private static int[] sizes(String... arguments) {
    String wanted = arguments.length > 0 ? arguments[0] : "100,1000,10000";
    return Arrays.stream(wanted.split(",", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static List<Layouter> others(int seconds) {
    Optional<Path> packages = NodePackages.fetched(DAGRE, ELKJS);
    String java = System.getProperty("java.home") + "/bin/java";
    String classes = System.getProperty("java.class.path");
    List<String> node = List.of("node", "--stack-size=30000");
    return List.of(
        new DotLayouter(seconds),
        ProgramLayouter.of("dagre", node, "dagre.cjs", seconds).with(packages),
        ProgramLayouter.of("elkjs", node, "elkjs.cjs", seconds).with(packages),
        ProgramLayouter.of(
            "ELK", List.of(java, "-Xmx2g", "-Xss16m", "-cp", classes), "Elk.java", seconds));
  }

  private static void compare(SampleGraph graph, List<Layouter> others) {
    LayoutFigures ours = LayoutFigures.of(new TiphysLayouter(), graph);
    ours.print(graph);
    double fastest = Double.POSITIVE_INFINITY;
    long fewest = Long.MAX_VALUE;
    for (Layouter other : others) {
      LayoutFigures theirs = LayoutFigures.of(other, graph);
      theirs.print(graph);
      fastest = Math.min(fastest, theirs.milliseconds());
      fewest = Math.min(fewest, theirs.crossings());
    }
    if (fewest != Long.MAX_VALUE) {
      System.out.printf(
          Locale.ROOT,
          "%31s  the fastest of the others takes %.1f times as long; crossings, ours of the"
              + " fewest: %,d of %,d (%.0f %%)%n",
          "",
          fastest / ours.milliseconds(),
          ours.crossings(),
          fewest,
          fewest == 0 ? (ours.crossings() == 0 ? 100 : 999) : 100.0 * ours.crossings() / fewest);
    }
  }

  /** What one layout came to with one graph. */
  private record LayoutFigures(
      String layouter, double milliseconds, Optional<LayoutQuality> quality, String trouble) {
    static LayoutFigures of(Layouter layouter, SampleGraph graph) {
      try {
        LaidOut laid = layouter.layOut(graph);
        return new LayoutFigures(
            layouter.name(), laid.milliseconds(), Optional.of(laid.quality()), "");
      } catch (Layouter.TooLong why) {
        return new LayoutFigures(
            layouter.name(), Double.POSITIVE_INFINITY, Optional.empty(), why.getMessage());
      }
    }

    long crossings() {
      return quality.map(LayoutQuality::crossings).orElse(Long.MAX_VALUE);
    }

    void print(SampleGraph graph) {
      System.out.printf(
          Locale.ROOT,
          "%-14s %,7d %,7d  %-13s ",
          graph.name(),
          graph.nodes(),
          graph.edges().size(),
          layouter);
      quality.ifPresentOrElse(
          read ->
              System.out.printf(
                  Locale.ROOT,
                  "%,9.1f %,10d %,8d %,9.0f %7.2f %9.1f%n",
                  milliseconds,
                  read.crossings(),
                  read.throughNodes(),
                  read.length(),
                  read.turns(),
                  read.area() / (NodeSize.WIDTH * NodeSize.HEIGHT)),
          () -> System.out.println(trouble));
    }
  }
}

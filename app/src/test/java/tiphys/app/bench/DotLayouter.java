// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.model.layout.Box;
import tiphys.model.layout.EdgeLine;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;

/**
 * Graphviz, with its own splines, as chains of short pieces. Its time is that of its process, of
 * which the start is a hundredth of a second; its places have five digits, no more.
 */
final class DotLayouter implements Layouter {
  private static final int PIECES = 8;
  private static final Pattern NODE =
      Pattern.compile("^\\s*(\\d+)\\s.*?pos=\"([-0-9.e+]+),([-0-9.e+]+)\"", Pattern.MULTILINE);
  private static final Pattern EDGE =
      Pattern.compile("^\\s*(\\d+) -> (\\d+)\\s.*?pos=\"([^\"]+)\"", Pattern.MULTILINE);

  private final ProgramLayouter program;

  DotLayouter(int seconds) {
    program = new ProgramLayouter("Graphviz dot", List.of("dot", "-Tdot"), seconds);
  }

  @Override
  public String name() {
    return program.name();
  }

  @Override
  public boolean isHere() {
    try {
      program.run("digraph {}");
      return true;
    } catch (TooLong absent) {
      return false;
    }
  }

  @Override
  public LaidOut layOut(SampleGraph graph) throws TooLong {
    String question = question(graph);
    long start = System.nanoTime();
    String answer = program.run(question);
    double milliseconds = Times.since(start);
    String flat = answer.replace("\\\n", "").replaceAll(",\\s*\\n\\s*", ", ");
    Box[] nodes = new Box[graph.nodes()];
    for (Matcher found = NODE.matcher(flat); found.find(); ) {
      nodes[Integer.parseInt(found.group(1))] =
          new Box(
              Double.parseDouble(found.group(2)) - NodeSize.WIDTH / 2,
              -Double.parseDouble(found.group(3)) - NodeSize.HEIGHT / 2,
              NodeSize.WIDTH,
              NodeSize.HEIGHT);
    }
    List<EdgeLine> lines = new ArrayList<>();
    for (Matcher found = EDGE.matcher(flat); found.find(); ) {
      lines.add(
          new EdgeLine(
              Integer.parseInt(found.group(1)),
              Integer.parseInt(found.group(2)),
              spline(found.group(3))));
    }
    return new LaidOut(List.of(nodes), lines, milliseconds);
  }

  /** A graph in the language of Graphviz, with cards and gaps of the window. */
  static String question(SampleGraph graph) {
    StringBuilder text = new StringBuilder("digraph {\n");
    text.append(
        String.format(
            Locale.ROOT,
            "graph [nodesep=%f, ranksep=%f]; node [shape=box, fixedsize=true, width=%f, height=%f,"
                + " label=\"\"]; edge [arrowhead=none];%n",
            NodeSize.GAP_BESIDE / 72,
            NodeSize.GAP_BELOW / 72,
            NodeSize.WIDTH / 72,
            NodeSize.HEIGHT / 72));
    for (int i = 0; i < graph.nodes(); i++) {
      text.append(i).append(";\n");
    }
    graph
        .edges()
        .forEach(edge -> text.append(edge.from()).append("->").append(edge.to()).append(";\n"));
    return text.append("}\n").toString();
  }

  /** Cubic curves whose handles stand between their ends. */
  private static List<Point> spline(String text) {
    List<Point> handles = new ArrayList<>();
    for (String pair : text.strip().split("\\s+", -1)) {
      if (pair.startsWith("e") || pair.startsWith("s")) {
        continue;
      }
      String[] both = pair.split(",", -1);
      handles.add(new Point(Double.parseDouble(both[0]), -Double.parseDouble(both[1])));
    }
    List<Point> points = new ArrayList<>(List.of(handles.getFirst()));
    for (int i = 0; i + 3 < handles.size(); i += 3) {
      for (int piece = 1; piece <= PIECES; piece++) {
        points.add(at(handles.subList(i, i + 4), (double) piece / PIECES));
      }
    }
    return points;
  }

  private static Point at(List<Point> four, double t) {
    double u = 1 - t;
    double[] share = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
    double x = 0;
    double y = 0;
    for (int i = 0; i < 4; i++) {
      x += share[i] * four.get(i).x();
      y += share[i] * four.get(i).y();
    }
    return new Point(x, y);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.drawing.EdgeCurve;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.Scopes;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.layout.Box;
import tiphys.model.layout.EdgeLine;
import tiphys.model.layout.Heading;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;

/** The layout of the window. Its edges are judged as the canvas draws them. */
final class TiphysLayouter implements Layouter {
  private static final int REPEATED = 5;

  @Override
  public String name() {
    return "Tiphys";
  }

  @Override
  public boolean isHere() {
    return true;
  }

  @Override
  public LaidOut layOut(SampleGraph graph) {
    DiagramState state = DiagramState.of(graph.workflow(), Positions.NONE);
    FlowGraph flow = state.graph(Scopes.first(state.workflow(), 0));
    Times times = new Times();
    Arrangement arranged = Arranger.tidy(flow, Heading.DOWN);
    for (int i = 0; i < REPEATED; i++) {
      long start = System.nanoTime();
      arranged = Arranger.tidy(flow, Heading.DOWN);
      times.addSince(start);
    }
    Drawing drawing = Drawing.of(flow, arranged, Drawing.EMPTY);
    List<Box> nodes = IntStream.range(0, graph.nodes()).mapToObj(drawing::box).toList();
    List<EdgeLine> lines = new ArrayList<>();
    for (int e = 0; e < drawing.edges().size(); e++) {
      lines.add(
          new EdgeLine(drawing.source(e), drawing.target(e), EdgeCurve.along(drawing.route(e))));
    }
    return new LaidOut(nodes, lines, times.median());
  }
}

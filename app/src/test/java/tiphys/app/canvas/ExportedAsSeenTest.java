// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.command.ConnectTasks;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Unfolded;

/** What is exported stands as on the canvas, which moves nothing when an edge is drawn. */
class ExportedAsSeenTest {
  @Test
  void a_picture_has_every_card_where_the_canvas_has_it() {
    OnCanvas canvas = OnCanvas.show(OnCanvas.DIAMOND, ThemeChoice.LIGHT);
    Scope scope = Screen.onWindow(() -> canvas.editor().scope().orElseThrow());
    Screen.doOnWindow(
        () -> canvas.editor().apply(new ConnectTasks(scope, new NodeId("B"), new NodeId("C"))));
    canvas.screen().settle();
    DiagramState state = Screen.onWindow(() -> canvas.editor().state().get());

    Map<NodeId, Point> exported =
        places(state, scope, Screen.onWindow(() -> canvas.editor().layouts()));

    for (String task : new String[] {"A", "B", "C", "D"}) {
      assertEquals(canvas.corner(task), exported.get(new NodeId(task)), task);
    }
    assertNotEquals(exported, places(state, scope, Unfolded.Layouts.of(state)));
  }

  private static Map<NodeId, Point> places(
      DiagramState state, Scope scope, Unfolded.Layouts layouts) {
    return Unfolded.of(state, scope, Set.of(), Map.of(), layouts).open().corners();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunTree;

/** The items of a large fan-out in the list of the panel: only what is in sight has a control. */
class FanOutListTest {
  private static final int ITEMS = 10_000;

  @Test
  void ten_thousand_items_are_listed_counted_and_filtered_with_few_controls() {
    NodeList[] list = new NodeList[1];
    Screen screen =
        Screen.show(
            () -> list[0] = new NodeList(Messages.in(Language.ENGLISH)),
            320,
            500,
            ThemeChoice.LIGHT);
    Screen.doOnWindow(() -> list[0].show(rows()));
    screen.settle();
    ListView<?> shown = screen.find("#run-nodes", ListView.class);

    assertEquals(ITEMS, Screen.onWindow(() -> shown.getItems().size()).intValue());
    assertTrue(Screen.onWindow(() -> list[0].lookupAll(".list-cell").size()) < 100);
    ToggleButton failed = screen.find("#run-count-failed", ToggleButton.class);
    Screen.doOnWindow(failed::fire);
    screen.settle();

    assertEquals(ITEMS / 100, Screen.onWindow(() -> shown.getItems().size()).intValue());
    assertEquals(
        Optional.of(NodePhase.FAILED),
        Screen.onWindow(() -> list[0].chosen().get()).map(NodeStatus::phase));
  }

  private static List<RunTree.Row> rows() {
    List<RunTree.Row> rows = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      String name = "wf.each(" + i + ":x)";
      NodeStatus item =
          new NodeStatus(
              "wf-" + i,
              name,
              name,
              "Pod",
              "job",
              i % 100 == 7 ? NodePhase.FAILED : NodePhase.SUCCEEDED,
              "wf",
              "",
              Optional.empty(),
              Optional.empty(),
              List.of(),
              NodeStatus.Values.NONE,
              NodeStatus.Values.NONE,
              false,
              false);
      rows.add(new RunTree.Row(item, List.of()));
    }
    return rows;
  }
}

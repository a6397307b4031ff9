// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;

/** What can be done with the run on a cluster that is shown. */
final class ActsMenu extends MenuButton {
  ActsMenu(RunControl control, Messages messages) {
    setId("run-acts");
    setGraphic(new GlyphView("more", 14));
    setAccessibleText(messages.text("runs.acts"));
    setTooltip(new javafx.scene.control.Tooltip(messages.text("runs.acts")));
    List<MenuItem> items =
        Arrays.stream(RunAct.values())
            .map(
                act -> {
                  MenuItem item = new MenuItem(messages.text("runs.act-" + act.key()));
                  item.setId("act-" + act.key());
                  item.setOnAction(_ -> control.act(act));
                  return item;
                })
            .toList();
    getItems().setAll(items);
    control
        .acts()
        .subscribe(
            possible -> {
              setVisible(!possible.isEmpty() && !possible.equals(Set.of(RunAct.STOP)));
              for (int i = 0; i < items.size(); i++) {
                items.get(i).setDisable(!possible.contains(RunAct.values()[i]));
              }
            });
    managedProperty().bind(visibleProperty());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.List;
import java.util.Set;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;

/** What can be done with the run on a cluster that is shown. */
final class ActsMenu extends MenuButton {
  ActsMenu(RunControl control, Messages messages) {
    setId("run-acts");
    setGraphic(new GlyphView("more", 14));
    setAccessibleText(messages.text("runs.acts"));
    setTooltip(new Tooltip(messages.text("runs.acts")));
    List<RunAct> acts = List.of(RunAct.values());
    List<MenuItem> items =
        acts.stream()
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
                items.get(i).setDisable(!possible.contains(acts.get(i)));
              }
            });
    managedProperty().bind(visibleProperty());
  }
}

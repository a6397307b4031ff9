// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Messages;

/** Which container of a node is listened to. A choice holds for other nodes that have one too. */
final class ContainerChoice extends ComboBox<String> {
  private String wanted = "";
  private boolean isOffering;

  /**
   * @param chosen told when the user chooses another
   */
  ContainerChoice(Runnable chosen, Messages messages) {
    setId("run-container");
    setAccessibleText(messages.text("runs.container"));
    setTooltip(new Tooltip(messages.text("runs.container")));
    getStyleClass().add("small");
    setVisible(false);
    managedProperty().bind(visibleProperty());
    valueProperty()
        .subscribe(
            (_, now) -> {
              if (!isOffering && now != null) {
                wanted = now;
                chosen.run();
              }
            });
  }

  /** Nothing is shown where there is nothing to choose. */
  void offer(List<String> containers) {
    if (!containers.equals(getItems())) {
      isOffering = true;
      getItems().setAll(containers);
      setValue(containers.contains(wanted) ? wanted : first(containers));
      isOffering = false;
    }
    setVisible(containers.size() > 1);
  }

  /** Empty where there is none. */
  String container() {
    return Objects.requireNonNullElse(getValue(), "");
  }

  private static @Nullable String first(List<String> containers) {
    return containers.isEmpty() ? null : containers.getFirst();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.app.theme.WhileShown;
import tiphys.exporter.local.ContainerClient;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.ThisComputer;

/** Where the next run takes place: the engines of this computer, and the clusters. */
final class DestinationMenu extends MenuButton {
  private final RunControl control;
  private final RunControl.Means means;
  private final Messages messages;
  private final Background.Newest asking;
  private final Map<EngineChoice, RadioMenuItem> engines = new EnumMap<>(EngineChoice.class);

  DestinationMenu(RunControl control, RunControl.Means means, Messages messages) {
    this.control = control;
    this.means = means;
    this.messages = messages;
    this.asking = means.background().newest();
    setId("run-engine");
    getItems().setAll(items());
    setOnShowing(
        _ -> {
          getItems().setAll(items());
          asking.run(ThisComputer::containerClient, this::showClient);
        });
    WhileShown.of(means.choices().engine(), this).subscribe(_ -> showChosen());
    WhileShown.of(means.choices().connection(), this).subscribe(_ -> showChosen());
    showChosen();
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    ToggleGroup group = new ToggleGroup();
    boolean isHere = means.choices().connection().get().isEmpty();
    for (EngineChoice choice : EngineChoice.values()) {
      RadioMenuItem item = new RadioMenuItem(name("runs.engine-", choice));
      item.setToggleGroup(group);
      item.setSelected(isHere && means.choices().engine().get() == choice);
      item.setOnAction(_ -> means.choices().runHere(choice));
      engines.put(choice, item);
      items.add(item);
    }
    if (!means.destinations().names().isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    for (String name : means.destinations().names()) {
      RadioMenuItem item = new RadioMenuItem(messages.text("runs.on-cluster", name));
      item.setMnemonicParsing(false);
      item.setGraphic(new GlyphView("cloud", 14));
      item.setToggleGroup(group);
      item.setSelected(means.choices().connection().get().filter(name::equals).isPresent());
      item.setOnAction(_ -> means.choices().connection().set(Optional.of(name)));
      items.add(item);
    }
    MenuItem withArguments = new MenuItem(messages.text("runs.run-with"));
    withArguments.setDisable(control.isRunning().get());
    withArguments.setOnAction(_ -> control.startWithArguments());
    items.add(new SeparatorMenuItem());
    items.add(withArguments);
    return items;
  }

  private void showChosen() {
    EngineChoice engine = means.choices().engine().get();
    Optional<String> connection = means.choices().connection().get();
    setMnemonicParsing(false);
    setGraphic(new GlyphView(connection.isPresent() ? "cloud" : "computer", 14));
    setText(connection.orElseGet(() -> name("runs.on-", engine)));
    setAccessibleText(
        messages.text(
            "runs.where",
            connection
                .map(name -> messages.text("runs.on-cluster", name))
                .orElseGet(() -> name("runs.engine-", engine))));
  }

  /** Containers can be chosen only where something makes them. */
  private void showClient(Optional<ContainerClient> client) {
    RadioMenuItem item = engines.get(EngineChoice.CONTAINER);
    if (item != null) {
      item.setDisable(client.isEmpty());
      item.setText(
          client
              .map(found -> messages.text("runs.containers-of", found.name()))
              .orElseGet(() -> messages.text("runs.no-containers")));
    }
  }

  private String name(String beginning, EngineChoice choice) {
    return messages.text(beginning + RunChoices.key(choice));
  }
}

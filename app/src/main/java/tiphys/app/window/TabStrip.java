// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import tiphys.app.files.FileDesk;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;

/** One tab for each open file; a dot says that it has changes, the cross closes it. */
final class TabStrip extends HBox {
  private final FileDesk desk;
  private final Messages messages;
  private final ToggleGroup group = new ToggleGroup();
  private final Map<OpenFile, HBox> tabs = new LinkedHashMap<>();

  TabStrip(FileDesk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
    getStyleClass().add("tab-strip");
    setAccessibleRole(AccessibleRole.TAB_PANE);
    desk.files().list().addListener((ListChangeListener<OpenFile>) _ -> show());
    desk.files().shown().subscribe(_ -> mark());
    show();
  }

  private void show() {
    tabs.keySet().retainAll(desk.files().list());
    List<HBox> inOrder = new ArrayList<>();
    for (OpenFile file : desk.files().list()) {
      inOrder.add(tabs.computeIfAbsent(file, this::tab));
    }
    getChildren().setAll(inOrder);
    getChildren().add(newTab());
    mark();
  }

  private void mark() {
    Optional<OpenFile> shown = desk.files().shown().get();
    tabs.forEach(
        (file, tab) -> {
          boolean isShown = shown.filter(file::equals).isPresent();
          tab.getStyleClass().remove("shown");
          if (isShown) {
            tab.getStyleClass().add("shown");
          }
          if (tab.getChildren().getFirst() instanceof ToggleButton name) {
            name.setSelected(isShown);
          }
        });
  }

  private HBox tab(OpenFile file) {
    ToggleButton name = new ToggleButton();
    name.setToggleGroup(group);
    name.setAccessibleRole(AccessibleRole.TAB_ITEM);
    name.textProperty().bind(file.path().map(_ -> file.name()));
    name.tooltipProperty()
        .bind(file.path().map(path -> new Tooltip(path.map(Object::toString).orElse(file.name()))));
    name.setOnAction(
        _ -> {
          desk.files().show(file);
          mark();
        });
    Button close = new Button();
    close.setGraphic(new GlyphView("close", 11));
    close.getStyleClass().add("tab-close");
    close.setAccessibleText(messages.text("window.tab.close", file.name()));
    close.setOnAction(_ -> desk.close(file));
    close.setFocusTraversable(false);
    HBox dot = new HBox();
    dot.getStyleClass().add("tab-dot");
    dot.visibleProperty().bind(file.editor().saved().map(saved -> !saved));
    HBox tab = new HBox(name, dot, close);
    tab.getStyleClass().add("file-tab");
    tab.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.MIDDLE) {
            desk.close(file);
          }
        });
    return tab;
  }

  private Button newTab() {
    Button add = new Button();
    add.setGraphic(new GlyphView("add", GlyphView.SMALL));
    add.getStyleClass().add("tab-add");
    add.setTooltip(new Tooltip(messages.text("window.action.new")));
    add.setAccessibleText(messages.text("window.action.new"));
    add.setOnAction(_ -> desk.create());
    return add;
  }
}

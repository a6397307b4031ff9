// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import tiphys.app.files.FileDesk;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.app.theme.WhileShown;

/** One tab for each open file; a dot says that it has changes, the cross closes it. */
final class TabStrip extends HBox {
  private final FileDesk desk;
  private final TiphysWindow.Features features;
  private final Messages messages;
  private final ToggleGroup group = new ToggleGroup();
  private final Map<OpenFile, HBox> tabs = new LinkedHashMap<>();

  /** Kept here alone: the files outlive a strip, which is made anew for another language. */
  private final ListChangeListener<OpenFile> follower = _ -> show();

  TabStrip(FileDesk desk, TiphysWindow.Features features, Messages messages) {
    this.desk = desk;
    this.features = features;
    this.messages = messages;
    getStyleClass().add("tab-strip");
    setAccessibleRole(AccessibleRole.TAB_PANE);
    desk.files().list().addListener(new WeakListChangeListener<>(follower));
    WhileShown.of(desk.files().shown(), this).subscribe(_ -> mark());
    show();
  }

  private void show() {
    List<OpenFile> files = desk.files().list();
    tabs.forEach((file, tab) -> nameOf(tab).setToggleGroup(files.contains(file) ? group : null));
    tabs.keySet().retainAll(files);
    List<HBox> inOrder = new ArrayList<>();
    for (OpenFile file : files) {
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
          nameOf(tab).setSelected(isShown);
        });
  }

  private static ToggleButton nameOf(HBox tab) {
    return (ToggleButton) tab.getChildren().getFirst();
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
    new TabDrag(tab, this, place -> desk.files().move(file, place), at -> features.drop(file, at));
    name.setContextMenu(menu(file));
    tab.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.MIDDLE) {
            desk.close(file);
          }
        });
    return tab;
  }

  private ContextMenu menu(OpenFile file) {
    MenuItem detach = item("detach", () -> features.detach(file));
    MenuItem back = item("bring-back", () -> features.bringBack(file));
    ContextMenu menu = new ContextMenu(detach, back, item("close", () -> desk.close(file)));
    menu.setOnShowing(
        _ -> {
          detach.setDisable(desk.files().list().size() < 2);
          back.setDisable(!features.hasOtherWindows().getValue());
        });
    return menu;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(messages.text("window.action." + key));
    item.setOnAction(_ -> action.run());
    return item;
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

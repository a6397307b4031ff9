// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Messages;

/** The views of one file: palette, canvas, inspector, and the panel below. */
final class FilePage extends BorderPane {
  private static final double INSPECTOR_WIDTH = 330;
  private static final double PANEL_SHARE = 0.68;

  private final OpenFile file;
  private final FileViews views;
  private final TabPane panels = new TabPane();
  private final Map<String, Tab> tabs = new LinkedHashMap<>();
  private final SplitPane upAndDown = new SplitPane();
  private final SplitPane sideBySide = new SplitPane();
  private final BooleanProperty isPanelShown = new SimpleBooleanProperty(true);
  private final BooleanProperty isInspectorShown = new SimpleBooleanProperty(true);

  FilePage(OpenFile file, FileViews views, Messages messages) {
    this.file = file;
    this.views = views;
    getStyleClass().add("file-page");
    views.panels().forEach(panel -> add(panel, messages));
    panels.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    panels.getStyleClass().add("bottom-panel");
    panels.setMinHeight(34);
    StackPane canvas = new StackPane(views.canvas());
    canvas.getStyleClass().add("canvas-place");
    canvas.setMinSize(120, 80);
    upAndDown.setOrientation(Orientation.VERTICAL);
    upAndDown.getItems().addAll(canvas, panels);
    upAndDown.setDividerPositions(PANEL_SHARE);
    SplitPane.setResizableWithParent(panels, false);
    StackPane inspector = new StackPane(views.inspector());
    inspector.getStyleClass().add("inspector-place");
    inspector.setMinWidth(220);
    inspector.setPrefWidth(INSPECTOR_WIDTH);
    SplitPane.setResizableWithParent(inspector, false);
    sideBySide.getItems().addAll(upAndDown, inspector);
    sideBySide.setDividerPositions(0.765);
    setLeft(views.palette());
    setCenter(sideBySide);
    isPanelShown.subscribe((_, shown) -> show(shown, upAndDown, panels, PANEL_SHARE));
    isInspectorShown.subscribe((_, shown) -> show(shown, sideBySide, inspector, 0.765));
  }

  OpenFile file() {
    return file;
  }

  FileViews views() {
    return views;
  }

  BooleanProperty isPanelShown() {
    return isPanelShown;
  }

  BooleanProperty isInspectorShown() {
    return isInspectorShown;
  }

  /** Brings a tab of the panel to the front, and the panel with it. */
  void showPanel(String key) {
    Tab tab = tabs.get(key);
    if (tab != null) {
      isPanelShown.set(true);
      panels.getSelectionModel().select(tab);
    }
  }

  private void add(Panel panel, Messages messages) {
    Tab tab = new Tab();
    String title = messages.text("window.panel." + panel.key());
    ObservableValue<String> titled =
        panel.badge().map(badge -> badge.isEmpty() ? title : title + "  " + badge);
    tab.textProperty().bind(titled);
    tab.setId("panel-" + panel.key());
    tab.selectedProperty().subscribe(isSelected -> fill(tab, panel, isSelected));
    tabs.put(panel.key(), tab);
    panels.getTabs().add(tab);
  }

  private static void fill(Tab tab, Panel panel, boolean isSelected) {
    if (isSelected && tab.getContent() == null) {
      tab.setContent(panel.view().get());
    }
  }

  private static void show(boolean isShown, SplitPane split, Node part, double divider) {
    if (!isShown) {
      split.getItems().remove(part);
    } else if (!split.getItems().contains(part)) {
      split.getItems().add(part);
      split.setDividerPositions(divider);
    }
  }
}

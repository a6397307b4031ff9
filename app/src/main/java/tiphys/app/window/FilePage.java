// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Messages;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;

/** The views of one file: palette, canvas, inspector, and the panel below. */
final class FilePage extends BorderPane {
  /** The part of the page where is drawn. */
  static final String CANVAS = "canvas";

  private static final double INSPECTOR_WIDTH = 330;
  private static final double PANEL_SHARE = 0.68;

  /** Where a canvas is lower, the ways to begin would stand over what it says itself. */
  private static final double WELCOME_ROOM = 410;

  private final OpenFile file;
  private final FileViews views;
  private final TabPane panels = new TabPane();
  private final Map<String, Tab> tabs = new LinkedHashMap<>();
  private final StackPane canvas = new StackPane();
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
    canvas.getChildren().add(views.canvas());
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
    views.runTools().detailsAsked().subscribe((_, _) -> showPanel("run"));
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

  /** Shows ways to begin over the canvas, for as long as nothing of the file was begun. */
  void welcome(Node ways) {
    canvas.getChildren().removeIf(Welcome.class::isInstance);
    canvas.getChildren().add(ways);
    StackPane.setAlignment(ways, Pos.BOTTOM_CENTER);
    ways.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> canvas.getHeight() >= WELCOME_ROOM && isNotBegun(),
                file.path(),
                file.editor().state(),
                file.editor().scopePath(),
                canvas.heightProperty()));
  }

  private boolean isNotBegun() {
    DiagramState now = file.editor().state().get();
    Optional<Scope> scope = file.editor().scope();
    return file.path().get().isEmpty()
        && file.editor().scopePath().get().size() == 1
        && scope.filter(open -> now.graph(open).nodes().isEmpty()).isPresent();
  }

  /** Brings a tab of the panel to the front, and the panel with it. */
  void showPanel(String key) {
    Tab tab = tabs.get(key);
    if (tab != null) {
      isPanelShown.set(true);
      panels.getSelectionModel().select(tab);
    }
  }

  /**
   * The part that a node is in: {@code canvas}, {@code palette}, {@code inspector}, or the key of
   * the panel that is shown.
   */
  Optional<String> partWith(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(views.canvas())) {
        return Optional.of(CANVAS);
      } else if (at.equals(views.palette())) {
        return Optional.of("palette");
      } else if (at.equals(views.inspector())) {
        return Optional.of("inspector");
      } else if (at.equals(panels)) {
        return shownPanel();
      }
    }
    return Optional.empty();
  }

  private Optional<String> shownPanel() {
    return tabs.entrySet().stream()
        .filter(entry -> entry.getValue().isSelected())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Brings a tab of the panel to the front and lets the keys go there. */
  void focusPanel(String key) {
    showPanel(key);
    Tab tab = tabs.get(key);
    if (tab != null && tab.getContent() != null) {
      tab.getContent().requestFocus();
    }
  }

  /** Lets the keys go to the inspector, where it hides too. */
  void focusInspector() {
    isInspectorShown.set(true);
    views.inspector().requestFocus();
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

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunTree;

/** Nodes of a run to choose from, with their counts by state, which filter when pressed. */
final class NodeList extends VBox {
  private static final double INDENT = 14;

  private final Messages messages;
  private final ListView<String> list = new ListView<>();
  private final FlowPane counts = new FlowPane(4, 4);
  private final TextField filter = new TextField();
  private final ToggleGroup phases = new ToggleGroup();
  private final Map<NodePhase, ToggleButton> buttons = new EnumMap<>(NodePhase.class);
  private final Map<String, RunTree.Row> rows = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Optional<NodeStatus>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean isFilling;
  private boolean isChosenByHand;

  NodeList(Messages messages) {
    this.messages = messages;
    getStyleClass().add("node-list");
    filter.setPromptText(messages.text("runs.filter"));
    filter.setAccessibleText(messages.text("runs.filter"));
    filter.setId("run-filter");
    filter.textProperty().subscribe((_, _) -> fill());
    phases.selectedToggleProperty().subscribe((_, _) -> fill());
    list.setId("run-nodes");
    list.setAccessibleText(messages.text("runs.title"));
    list.setCellFactory(_ -> new Cell());
    list.getSelectionModel().selectedItemProperty().subscribe((_, id) -> chosenByHand(id));
    VBox.setVgrow(list, Priority.ALWAYS);
    counts.getStyleClass().add("node-counts");
    getChildren().addAll(counts, filter, list);
  }

  /** The node that is chosen, as it is now. */
  ReadOnlyObjectProperty<Optional<NodeStatus>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** What can be done with the node that is chosen, offered by its context menu. */
  void offer(Function<NodeStatus, List<MenuItem>> acts) {
    ContextMenu menu = new ContextMenu();
    list.setOnContextMenuRequested(
        event -> {
          menu.getItems().setAll(chosen.get().map(acts).orElse(List.of()));
          if (!menu.getItems().isEmpty()) {
            menu.show(list, event.getScreenX(), event.getScreenY());
          }
          event.consume();
        });
  }

  void show(List<RunTree.Row> shown) {
    boolean isOther = !rows.keySet().containsAll(shown.stream().map(r -> r.node().id()).toList());
    isChosenByHand &= !isOther || shown.size() >= rows.size();
    rows.clear();
    shown.forEach(row -> rows.put(row.node().id(), row));
    count();
    fill();
  }

  /** As if somebody had pressed its row, if that is there. */
  void choose(String id) {
    if (list.getItems().contains(id)) {
      list.getSelectionModel().select(id);
      list.scrollTo(id);
    }
  }

  static boolean isBad(NodeStatus node) {
    return node.phase() == NodePhase.FAILED || node.phase() == NodePhase.ERROR;
  }

  static String phaseKey(NodePhase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  private void count() {
    Map<NodePhase, Integer> found = new EnumMap<>(NodePhase.class);
    rows.values().forEach(row -> found.merge(row.node().phase(), 1, Integer::sum));
    for (NodePhase phase : NodePhase.values()) {
      int count = found.getOrDefault(phase, 0);
      ToggleButton button = buttons.computeIfAbsent(phase, this::button);
      String words = messages.text("runs.count", Integer.toString(count), phaseName(phase));
      if (!words.equals(button.getText())) {
        button.setText(words);
      }
      boolean isThere = count > 0 || button.isSelected();
      button.setVisible(isThere);
      button.setManaged(isThere);
    }
  }

  private ToggleButton button(NodePhase phase) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(new GlyphView(phaseKey(phase), 12).styled("phase-" + phaseKey(phase)));
    button.getStyleClass().add("node-count");
    button.setId("run-count-" + phaseKey(phase));
    button.setToggleGroup(phases);
    button.setUserData(phase);
    button.setTooltip(new Tooltip(messages.text("runs.only", phaseName(phase))));
    counts.getChildren().add(button);
    return button;
  }

  private String phaseName(NodePhase phase) {
    return messages.text("phase." + phaseKey(phase));
  }

  private void fill() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    Object phase =
        phases.getSelectedToggle() == null ? null : phases.getSelectedToggle().getUserData();
    List<String> ids =
        rows.values().stream()
            .map(RunTree.Row::node)
            .filter(node -> phase == null || node.phase() == phase)
            .filter(node -> node.name().toLowerCase(Locale.ROOT).contains(wanted))
            .map(NodeStatus::id)
            .toList();
    isFilling = true;
    String before = list.getSelectionModel().getSelectedItem();
    if (!ids.equals(list.getItems())) {
      list.getItems().setAll(ids);
    } else {
      list.refresh();
    }
    select(ids, before);
    isFilling = false;
    publish();
  }

  /** What somebody chose stays chosen; else the node that tells most is. */
  private void select(List<String> ids, @Nullable String before) {
    if (isChosenByHand && before != null && ids.contains(before)) {
      list.getSelectionModel().select(before);
      return;
    }
    isChosenByHand = false;
    Set<String> shown = new HashSet<>(ids);
    RunPanel.mostTelling(
            rows.values().stream()
                .map(RunTree.Row::node)
                .filter(node -> shown.contains(node.id()))
                .toList())
        .ifPresentOrElse(
            node -> list.getSelectionModel().select(node.id()),
            () -> list.getSelectionModel().clearSelection());
  }

  private void chosenByHand(@Nullable String id) {
    if (!isFilling) {
      isChosenByHand = id != null;
      publish();
    }
  }

  private void publish() {
    chosen.set(
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
            .flatMap(id -> Optional.ofNullable(rows.get(id)))
            .map(RunTree.Row::node));
  }

  private final class Cell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String id, boolean isEmpty) {
      super.updateItem(id, isEmpty);
      RunTree.Row row = isEmpty || id == null ? null : rows.get(id);
      if (row == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      NodeStatus node = row.node();
      GlyphView glyph =
          new GlyphView(phaseKey(node.phase()), 14).styled("phase-" + phaseKey(node.phase()));
      setGraphic(glyph);
      setText(node.displayName());
      setPadding(new javafx.geometry.Insets(3, 8, 3, 8 + INDENT * row.depth()));
      setAccessibleText(node.displayName() + ", " + phaseName(node.phase()));
    }
  }
}

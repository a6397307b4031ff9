// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import tiphys.app.message.Messages;
import tiphys.model.expression.TaskResult;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.NodeId;

/** Chooses with which ends of one task the next may run. */
final class ConditionMenu {
  private final EdgeEdits edits;
  private final Messages messages;
  private final Consumer<NodeId> askExpression;

  ConditionMenu(EdgeEdits edits, Messages messages, Consumer<NodeId> askExpression) {
    this.edits = edits;
    this.messages = messages;
    this.askExpression = askExpression;
  }

  void show(FlowEdge edge, Node owner, Point2D at) {
    Point2D onScreen = owner.localToScreen(at);
    of(edge).show(owner, onScreen.getX(), onScreen.getY());
  }

  ContextMenu of(FlowEdge edge) {
    ContextMenu menu = new ContextMenu();
    menu.getStyleClass().add("condition-menu");
    Set<TaskResult> asked = asked(edge);
    menu.getItems().add(choice("default", asked.isEmpty(), edge, EnumSet.noneOf(TaskResult.class)));
    menu.getItems().add(new SeparatorMenuItem());
    for (TaskResult result : TaskResult.values()) {
      EnumSet<TaskResult> next =
          asked.isEmpty() ? EnumSet.noneOf(TaskResult.class) : EnumSet.copyOf(asked);
      if (!next.remove(result)) {
        next.add(result);
      }
      menu.getItems().add(choice(result.key(), asked.contains(result), edge, next));
    }
    MenuItem expression = new MenuItem(messages.text("canvas.result.expression"));
    expression.setId("condition-expression");
    expression.setOnAction(_ -> askExpression.accept(edge.to()));
    menu.getItems().addAll(new SeparatorMenuItem(), expression);
    return menu;
  }

  private CheckMenuItem choice(
      String key, boolean isChosen, FlowEdge edge, Set<TaskResult> results) {
    CheckMenuItem item = new CheckMenuItem(messages.text("canvas.result." + key));
    item.setId("condition-" + key);
    item.setSelected(isChosen);
    item.setDisable(!edits.canSetCondition(edge, results));
    item.setOnAction(_ -> edits.setCondition(edge, results));
    return item;
  }

  private static Set<TaskResult> asked(FlowEdge edge) {
    Set<TaskResult> asked = EnumSet.noneOf(TaskResult.class);
    Arrays.stream(edge.condition().split(" / ", -1))
        .map(TaskResult::ofArgoName)
        .flatMap(Optional::stream)
        .forEach(asked::add);
    return asked;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.exporter.cluster.action.RetryPlan;

/** What a retry resets, before it does. */
final class RetryQuestion extends VBox {
  private static final double ROW = 25;

  RetryQuestion(RetryPlan plan, Messages messages) {
    super(8);
    setPrefWidth(520);
    add(messages.text("runs.retry-anew", plan.begunAnew().size()), plan.begunAnew(), "anew");
    add(messages.text("runs.retry-reopened", plan.reopened().size()), plan.reopened(), "reopened");
    Label pods = new Label(messages.text("runs.retry-pods", plan.pods().size()));
    pods.getStyleClass().add("field-hint");
    pods.setWrapText(true);
    getChildren().add(pods);
  }

  private void add(String title, List<String> nodes, String id) {
    Label heading = new Label(title);
    heading.getStyleClass().add("section-title");
    ListView<String> list = new ListView<>();
    list.getItems().setAll(nodes);
    list.setId("retry-" + id);
    list.setAccessibleText(title);
    list.setFixedCellSize(ROW);
    list.setPrefHeight(Math.min(8, nodes.size()) * ROW + 4);
    heading.setLabelFor(list);
    getChildren().add(heading);
    if (!nodes.isEmpty()) {
      getChildren().add(list);
    }
  }
}

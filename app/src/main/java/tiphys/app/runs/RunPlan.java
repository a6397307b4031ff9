// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.exporter.local.ContainerClient;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.Isolation;
import tiphys.exporter.local.PlannedCommand;
import tiphys.exporter.local.RunPreview;

/** What a run would execute, and where: template by template, for the user to agree to. */
final class RunPlan extends VBox {
  RunPlan(RunPreview preview, Messages messages) {
    super(10);
    getStyleClass().add("run-plan");
    Label where = new Label(where(preview, messages));
    where.setId("run-plan-where");
    where.setWrapText(true);
    VBox list = new VBox(12);
    list.setId("run-plan-list");
    preview.commands().forEach(command -> list.getChildren().add(card(command)));
    if (preview.commands().isEmpty()) {
      list.getChildren().add(new Label(messages.text("runs.plan-nothing")));
    }
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(300);
    scroll.setAccessibleText(spoken(preview));
    getChildren().addAll(where, scroll);
    setPrefWidth(620);
  }

  /** One sentence or two on who executes and what it may do. */
  static String where(RunPreview preview, Messages messages) {
    if (preview.engine() == EngineChoice.CONTAINER) {
      String client = preview.client().map(ContainerClient::name).orElse("");
      return messages.text("runs.plan-container", client);
    }
    String isolation =
        switch (preview.isolation().orElse(Isolation.REWRITTEN_PATHS)) {
          case BUBBLEWRAP -> "bubblewrap";
          case NAMESPACES -> "namespaces";
          case REWRITTEN_PATHS, NONE_NEEDED -> "none";
        };
    String sentence =
        messages.text("runs.plan-process") + " " + messages.text("runs.plan-in-" + isolation);
    return preview.lacksContainers()
        ? messages.text("runs.plan-no-containers") + " " + sentence
        : sentence;
  }

  private static VBox card(PlannedCommand command) {
    Label name =
        new Label(
            command.template(),
            new GlyphView(command.source().isEmpty() ? "container" : "script", 14)
                .styled(command.source().isEmpty() ? "kind-container" : "kind-script"));
    name.getStyleClass().add("section-title");
    Label image = new Label(command.image());
    image.getStyleClass().add("field-hint");
    VBox card = new VBox(3, name, image);
    String text =
        command.line()
            + (command.source().isEmpty() ? "" : "\n" + command.source().stripTrailing());
    Label words = new Label(text);
    words.setWrapText(true);
    words.getStyleClass().addAll("mono", "run-plan-command");
    words.setMaxWidth(Double.MAX_VALUE);
    card.getChildren().add(words);
    card.getStyleClass().add("run-plan-card");
    return card;
  }

  private static String spoken(RunPreview preview) {
    return preview.commands().stream()
        .map(command -> command.template() + ": " + command.line())
        .collect(Collectors.joining("\n"));
  }
}

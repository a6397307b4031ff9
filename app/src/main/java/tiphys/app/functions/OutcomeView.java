// SPDX-License-Identifier: Apache-2.0
package tiphys.app.functions;

import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tiphys.app.export.CaseWords;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.exporter.function.FunctionOutcome;

/** What a function came to: its result, its outputs, and what it printed. */
final class OutcomeView extends VBox {
  private final Messages messages;
  private final Label state = new Label();
  private final TextArea values = new TextArea();

  OutcomeView(Messages messages) {
    super(6);
    this.messages = messages;
    state.setId("function-state");
    state.setWrapText(true);
    state.setMinHeight(USE_PREF_SIZE);
    values.setId("function-values");
    values.setEditable(false);
    values.managedProperty().bind(values.visibleProperty());
    values.setWrapText(true);
    values.getStyleClass().add("mono");
    values.setAccessibleText(messages.text("functions.came"));
    VBox.setVgrow(values, Priority.ALWAYS);
    getChildren().addAll(state, values);
    getStyleClass().add("function-outcome");
    say("", messages.text("functions.nothing"));
  }

  /** Tells something instead of an outcome. @param glyph empty for none */
  void say(String glyph, String sentence) {
    state.setText(sentence);
    state.setGraphic(glyph.isEmpty() ? null : new GlyphView(glyph, GlyphView.SMALL));
    values.clear();
    values.setVisible(false);
  }

  void show(FunctionOutcome outcome) {
    String time = new CaseWords(messages).time(outcome.time());
    if (outcome.isGood()) {
      say("succeeded", messages.text("functions.good", time));
      state.getGraphic().getStyleClass().add("phase-succeeded");
    } else {
      say("failed", messages.text("functions.bad", outcome.message()));
      state.getGraphic().getStyleClass().add("phase-failed");
    }
    StringBuilder text = new StringBuilder();
    outcome.result().ifPresent(value -> add(text, messages.text("functions.result"), value));
    addAll(text, outcome.parameters());
    addAll(text, outcome.artifacts());
    boolean saysMore = !outcome.log().strip().equals(outcome.result().orElse("").strip());
    if (saysMore) {
      add(text, messages.text("functions.printed"), outcome.log());
    }
    values.setText(text.toString().stripTrailing());
    values.setVisible(!values.getText().isEmpty());
  }

  private static void addAll(StringBuilder text, Map<String, String> named) {
    named.forEach((name, value) -> add(text, name, value));
  }

  private static void add(StringBuilder text, String name, String value) {
    text.append(name).append(": ");
    text.append(value.contains("\n") ? "\n" + value.indent(2) : value + "\n");
  }
}

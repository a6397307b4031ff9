// SPDX-License-Identifier: Apache-2.0
package tiphys.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import tiphys.app.message.Messages;
import tiphys.model.run.NodePhase;
import tiphys.model.workflow.Resource;

/** What runs are chosen by. Labels are chosen by the cluster, all else here and at once. */
final class RunFilters {
  private final Messages messages;
  private final ComboBox<String> which;
  private final ComboBox<String> phase;
  private final ComboBox<String> since;
  private final ComboBox<String> where;
  private final TextField name = new TextField();
  private final TextField labels = new TextField();

  /**
   * @param again hears that the cluster must be asked again
   * @param anew hears that other runs of those that are known are wanted
   */
  RunFilters(Messages messages, Runnable again, Runnable anew) {
    this.messages = messages;
    this.which = choice("which", List.of("all", "of-file"), anew);
    this.phase =
        choice("phase", List.of("any", "pending", "running", "succeeded", "failed", "error"), anew);
    this.where = choice("where", List.of("anywhere", "here", "cluster", "archive"), anew);
    this.since = choice("since", List.of("ever", "hour", "day", "week"), anew);
    field(name, "name");
    name.textProperty().subscribe((_, _) -> anew.run());
    field(labels, "labels");
    labels.setOnAction(_ -> again.run());
  }

  List<Node> controls() {
    return List.of(which, where, phase, since, name, labels);
  }

  String labels() {
    return labels.getText().strip();
  }

  boolean has(ListedRun entry, Optional<Resource> shown, Instant now) {
    String wanted = name.getText().strip().toLowerCase(Locale.ROOT);
    NodePhase is = entry.run().phase().orElse(NodePhase.PENDING);
    return (which.getValue().equals("all") || OfFile.isOf(entry, shown))
        && (where.getValue().equals("anywhere") || where.getValue().equals(entry.where().key()))
        && (phase.getValue().equals("any") || phase.getValue().equals(key(is)))
        && entry.run().name().toLowerCase(Locale.ROOT).contains(wanted)
        && span()
            .map(span -> entry.run().created().filter(now.minus(span)::isBefore).isPresent())
            .orElse(true);
  }

  static String key(NodePhase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  private Optional<Duration> span() {
    return switch (since.getValue()) {
      case "hour" -> Optional.of(Duration.ofHours(1));
      case "day" -> Optional.of(Duration.ofDays(1));
      case "week" -> Optional.of(Duration.ofDays(7));
      default -> Optional.empty();
    };
  }

  private void field(TextField field, String key) {
    field.setId("history-" + key);
    field.setPromptText(messages.text("history." + key));
    field.setAccessibleText(messages.text("history." + key));
    field.setPrefColumnCount(12);
  }

  private ComboBox<String> choice(String key, List<String> choices, Runnable changed) {
    ComboBox<String> choice = new ComboBox<>(FXCollections.observableArrayList(choices));
    choice.setId("history-" + key);
    choice.setAccessibleText(messages.text("history." + key));
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String value) {
            return messages.text("history." + key + "-" + value);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    choice.setValue(choices.getFirst());
    choice.valueProperty().subscribe((_, _) -> changed.run());
    return choice;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.app.runs.RefusedField.OfParameter;
import tiphys.app.runs.RefusedField.OfRun;
import tiphys.app.runs.SubmitWish.Answer;
import tiphys.exporter.cluster.SubmitOptions;
import tiphys.exporter.local.WorkflowParameter;
import tiphys.model.problem.Problem;

/** What a submission can say: values for the parameters, and what the run is to be called. */
final class SubmitForm extends VBox {
  /** As Kubernetes takes names (RFC 1123); one that is gone on with may end with a hyphen. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

  private static final Pattern BEGINNING = Pattern.compile("[a-z0-9][a-z0-9.-]*");
  private static final Pattern LABEL = Pattern.compile("[\\w./-]+=[\\w.-]*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  private final SubmitWish wish;
  private final Messages messages;
  private final ArgumentsForm arguments;
  private final Label trouble = new Label();
  private final ComboBox<String> naming = new ComboBox<>();
  private final Map<OfRun, RunField> fields = new EnumMap<>(OfRun.class);

  SubmitForm(SubmitWish wish, Messages messages) {
    super(14);
    this.wish = wish;
    this.messages = messages;
    SubmitOptions given = wish.answer().options();
    this.arguments = new ArgumentsForm(wish.parameters(), given.parameters(), messages);
    getStyleClass().add("submit-form");
    trouble.setId("submit-trouble");
    trouble.getStyleClass().add("field-refusal");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    naming
        .getItems()
        .setAll(messages.text("runs.submit-generate-name"), messages.text("runs.submit-name"));
    naming.getSelectionModel().select(given.name().isEmpty() ? 0 : 1);
    naming.setId("submit-naming");
    naming.setAccessibleText(messages.text("runs.submit-naming"));
    add(OfRun.NAME, given.name().isEmpty() ? given.generateName() : given.name());
    add(OfRun.NAMESPACE, wish.answer().namespace());
    add(OfRun.LABELS, labels(given.labels()));
    add(OfRun.SERVICE_ACCOUNT, given.serviceAccount());
    String priority =
        given.priority().isPresent() ? Integer.toString(given.priority().getAsInt()) : "";
    add(OfRun.PRIORITY, priority);
    lay();
    wish.trouble().ifPresent(this::refuse);
  }

  private void add(OfRun field, String text) {
    String key = field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    fields.put(field, new RunField(key, text, messages));
  }

  private void lay() {
    RunField name = field(OfRun.NAME);
    naming.setMinWidth(170);
    name.lead(naming);
    HBox first = new HBox(12, name);
    HBox second = new HBox(12, field(OfRun.NAMESPACE), field(OfRun.SERVICE_ACCOUNT));
    HBox third = new HBox(12, field(OfRun.LABELS), field(OfRun.PRIORITY));
    for (OfRun each : OfRun.values()) {
      HBox.setHgrow(field(each), Priority.ALWAYS);
    }
    getChildren().add(trouble);
    if (!wish.parameters().isEmpty()) {
      getChildren().addAll(title("runs.submit-parameters"), arguments);
    }
    getChildren().addAll(title("runs.submit-run"), first, second, third);
  }

  private Label title(String key) {
    Label title = new Label(messages.text(key));
    title.getStyleClass().add("section-title");
    return title;
  }

  /** Whether a parameter lacks a value. */
  BooleanBinding isIncomplete() {
    return arguments.isComplete().not();
  }

  /** What is given; absent where a field has what it cannot have, which is then said there. */
  Optional<Answer> answer() {
    clearRefusals();
    String name = text(OfRun.NAME);
    boolean isWhole = naming.getSelectionModel().getSelectedIndex() == 1;
    check(OfRun.NAME, name.isEmpty() || (isWhole ? NAME : BEGINNING).matcher(name).matches());
    for (OfRun each : List.of(OfRun.NAMESPACE, OfRun.SERVICE_ACCOUNT)) {
      check(each, text(each).isEmpty() || NAME.matcher(text(each)).matches());
    }
    check(
        OfRun.PRIORITY,
        text(OfRun.PRIORITY).isEmpty() || NUMBER.matcher(text(OfRun.PRIORITY)).matches());
    Map<String, String> labels = new LinkedHashMap<>();
    for (String each : text(OfRun.LABELS).split("[,\\s]+", -1)) {
      check(OfRun.LABELS, each.isEmpty() || LABEL.matcher(each).matches());
      int equals = each.indexOf('=');
      if (equals > 0) {
        labels.put(each.substring(0, equals), each.substring(equals + 1));
      }
    }
    if (fields.values().stream().anyMatch(RunField::isRefused)) {
      return Optional.empty();
    }
    return Optional.of(
        new Answer(
            text(OfRun.NAMESPACE),
            new SubmitOptions(
                isWhole ? name : "",
                isWhole ? "" : name,
                wish.answer().options().entrypoint(),
                text(OfRun.SERVICE_ACCOUNT),
                text(OfRun.PRIORITY).isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(text(OfRun.PRIORITY))),
                changed(),
                labels)));
  }

  /** A value that the workflow has anyway is not sent, so that the run says what was chosen. */
  private Map<String, String> changed() {
    Map<String, String> values = new LinkedHashMap<>(arguments.values());
    for (WorkflowParameter each : wish.parameters()) {
      each.value().ifPresent(own -> values.remove(each.name(), own));
    }
    return values;
  }

  /**
   * Says at the field that a refusal is about why it was refused; on top where it is about none.
   */
  void refuse(Problem why) {
    clearRefusals();
    String sentence = messages.problem(why);
    switch (RefusedField.of(why, wish.parameters()).orElse(null)) {
      case OfParameter(String name) -> arguments.refuse(name, sentence);
      case OfRun field -> field(field).refuse(sentence);
      case null -> trouble.setText(sentence);
    }
  }

  /** The first place where something was refused. */
  Optional<Node> refused() {
    if (!trouble.getText().isEmpty()) {
      return Optional.of(trouble);
    }
    return arguments
        .refused()
        .or(
            () ->
                fields.values().stream()
                    .filter(RunField::isRefused)
                    .findFirst()
                    .map(each -> each.field));
  }

  private void clearRefusals() {
    trouble.setText("");
    arguments.clearRefusals();
    fields.values().forEach(field -> field.refuse(""));
  }

  private void check(OfRun field, boolean isGood) {
    if (!isGood) {
      field(field).refuse(messages.text("runs.submit-wrong-" + field(field).key()));
    }
  }

  private String text(OfRun field) {
    return field(field).text();
  }

  private RunField field(OfRun field) {
    return Objects.requireNonNull(fields.get(field));
  }

  private static String labels(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(", "));
  }

  /** A line of text with its name above and what is wrong with it below. */
  private static final class RunField extends VBox {
    private final String key;
    private final Label name;
    private final TextField field;
    private final Label refusal = new Label();

    RunField(String key, String text, Messages messages) {
      super(4);
      this.key = key;
      name = new Label(messages.text("runs.submit-field-" + key));
      name.getStyleClass().add("argument-name");
      field = new TextField(text);
      field.setId("submit-" + key);
      field.setPromptText(messages.text("runs.submit-hint-" + key));
      field.setAccessibleText(name.getText());
      name.setLabelFor(field);
      refusal.setId("submit-refusal-" + key);
      refusal.getStyleClass().add("field-refusal");
      refusal.setWrapText(true);
      refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
      getChildren().addAll(name, field, refusal);
      setPrefWidth(230);
    }

    void lead(Node before) {
      getChildren().remove(field);
      HBox.setHgrow(field, Priority.ALWAYS);
      getChildren().add(1, new HBox(8, before, field));
    }

    String key() {
      return key;
    }

    String text() {
      return field.getText().strip();
    }

    boolean isRefused() {
      return !refusal.getText().isEmpty();
    }

    void refuse(String sentence) {
      refusal.setText(sentence);
      field.setAccessibleHelp(sentence);
      field.pseudoClassStateChanged(ArgumentsForm.REFUSED, !sentence.isEmpty());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.app.message.Messages;
import tiphys.model.schema.Definition;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.yaml.YamlPlace;

/** What a row says: its value, what holds without it, its choices, its marks, its problem. */
final class RowContent {
  private static final Map<String, String> PROMPTS =
      Map.of(
          "depends", "inspector.prompt.depends",
          "when", "inspector.prompt.always",
          "withParam", "inspector.prompt.once",
          "withItems", "inspector.prompt.once",
          "parallelism", "inspector.prompt.no-limit",
          "timeout", "inspector.prompt.no-limit",
          "activeDeadlineSeconds", "inspector.prompt.no-limit",
          "onExit", "inspector.prompt.none",
          "limit", "inspector.prompt.none",
          "serviceAccountName", "inspector.prompt.none");

  /** Examples, which are written alike in every language. */
  private static final Map<FieldType, String> EXAMPLES =
      Map.of(
          FieldType.Plain.DURATION, "30s · 5m · 1h30m",
          FieldType.Plain.QUANTITY, "500m · 2 · 64Mi · 1Gi",
          FieldType.Plain.TIME, "2027-01-31T08:00:00Z",
          FieldType.Plain.INT_OR_TEXT, "3 · 25%");

  private final Subject subject;
  private final Messages messages;

  RowContent(Subject subject, Messages messages) {
    this.subject = subject;
    this.messages = messages;
  }

  Field.Form form(SchemaField field, String text) {
    return switch (field.type()) {
      case FieldType.Choice _ -> Field.Form.CHOICE;
      case FieldType.Plain plain
          when plain == FieldType.Plain.TRUTH && (text.isEmpty() || isTruth(text)) ->
          Field.Form.TOGGLE;
      case FieldType.Plain plain when plain == FieldType.Plain.CODE -> Field.Form.CODE;
      default ->
          isTemplate(field)
              ? Field.Form.CHOICE
              : text.contains("\n") ? Field.Form.CODE : Field.Form.LINE;
    };
  }

  private static boolean isTruth(String text) {
    return text.equals("true") || text.equals("false");
  }

  private static boolean isTemplate(SchemaField field) {
    return Set.of("entrypoint", "onExit").contains(field.name())
        || field.name().equals("template") && !field.definition().equals("TemplateRef");
  }

  Field.Content leaf(
      SchemaField field, Optional<YamlPlace> value, String text, List<String> path, int depth) {
    Optional<String> inherited =
        value.isPresent()
            ? Optional.empty()
            : subject.inherited(path).map(place -> inherited(Optional.of(place)));
    Field.Content content =
        of(Optional.of(field), value, text, inherited.orElseGet(() -> prompt(field)), depth)
            .with(choices(field, text));
    return inherited.isPresent() ? content.with(Field.Mark.INHERITED) : content;
  }

  private String inherited(Optional<YamlPlace> place) {
    return FieldText.readable(place, subject.text()).lines().findFirst().orElse("");
  }

  private List<String> choices(SchemaField field, String value) {
    List<String> words =
        field.type() instanceof FieldType.Choice(List<String> all)
            ? all.stream().filter(word -> !word.isEmpty()).toList()
            : isTemplate(field) ? subject.templates() : List.of();
    boolean isOther = !words.isEmpty() && !value.isEmpty() && !words.contains(value);
    return isOther ? Rows.plus(words, value) : words;
  }

  private String prompt(SchemaField field) {
    if (field.key().equals("SuspendTemplate.duration")) {
      return messages.text("inspector.prompt.resumed");
    }
    return field
        .defaultValue()
        .or(() -> Optional.ofNullable(PROMPTS.get(field.name())).map(messages::text))
        .or(() -> Optional.ofNullable(EXAMPLES.get(field.type())))
        .orElse("");
  }

  /** The fields of an object that are neither written nor offered yet. */
  List<String> more(FieldType type, Optional<YamlPlace> value, List<String> path) {
    return Schema.argo().definition(type).map(Definition::all).stream()
        .flatMap(all -> all.stream())
        .filter(field -> value.flatMap(v -> v.get(field.name())).isEmpty())
        .filter(field -> field.removedIn().isEmpty() && !field.isOfServer())
        .map(SchemaField::name)
        .filter(name -> !subject.isOpened(Rows.plus(path, name)))
        .toList();
  }

  /**
   * @param text what the row shows as its value; empty for a head
   * @param prompt what holds where it is empty
   */
  Field.Content of(
      Optional<SchemaField> field,
      Optional<YamlPlace> value,
      String text,
      String prompt,
      int depth) {
    String problem =
        value
            .filter(_ -> !text.isEmpty())
            .map(Rows::whole)
            .flatMap(subject::problem)
            .map(messages::problem)
            .orElse("");
    return new Field.Content(text, prompt, List.of(), marks(field, value, text), problem, depth);
  }

  private static Set<Field.Mark> marks(
      Optional<SchemaField> field, Optional<YamlPlace> value, String text) {
    Set<Field.Mark> marks = EnumSet.noneOf(Field.Mark.class);
    if (value.isPresent()) {
      marks.add(Field.Mark.SET);
    }
    if (field
        .flatMap(SchemaField::defaultValue)
        .filter(d -> !text.isEmpty() && !d.equals(text))
        .isPresent()) {
      marks.add(Field.Mark.CHANGED);
    }
    if (field.filter(f -> f.isDeprecated() || f.removedIn().isPresent()).isPresent()) {
      marks.add(Field.Mark.DEPRECATED);
    }
    if (field.filter(SchemaField::isRequired).isPresent()) {
      marks.add(Field.Mark.REQUIRED);
    }
    return marks;
  }
}

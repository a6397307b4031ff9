// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.app.message.FieldWords;
import tiphys.app.message.Messages;
import tiphys.model.schema.Definition;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Arguments;
import tiphys.model.yaml.YamlPlace;

/** Makes the single rows of a form. */
final class Rows {
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

  /** Where the value of an item stands that has nothing but a name beside it. */
  private static final List<String> VALUES = List.of("value", "default", "from");

  private final Subject subject;
  private final Messages messages;
  private final FieldWords words;

  Rows(Subject subject, Messages messages) {
    this.subject = subject;
    this.messages = messages;
    this.words = new FieldWords(messages);
  }

  /** An item of a list or a map, and what it goes by. */
  record Item(String name, YamlPlace at) {}

  static List<String> plus(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  boolean isOpened(List<String> path) {
    String id = id(path);
    return subject.opened().stream().anyMatch(open -> open.equals(id) || open.startsWith(id + "."));
  }

  private String id(List<String> path) {
    return subject.prefix() + String.join(".", path);
  }

  Field leaf(SchemaField field, Optional<YamlPlace> value, List<String> path, int depth) {
    return leaf(id(path), words(field), field, value, path, depth);
  }

  private Field leaf(
      String id,
      Field.Words said,
      SchemaField field,
      Optional<YamlPlace> value,
      List<String> path,
      int depth) {
    String text = FieldText.readable(value, subject.text());
    Field.Content content =
        content(Optional.of(field), value, text, prompt(field), depth).with(choices(field, text));
    CodeLanguage language = CodeLanguage.of(field, value.flatMap(YamlPlace::parent), text);
    return new Field(id, form(field, text), path, field.type(), said, content, language);
  }

  private Field.Form form(SchemaField field, String text) {
    boolean isTemplate = isTemplate(field);
    return switch (field.type()) {
      case FieldType.Choice _ -> Field.Form.CHOICE;
      case FieldType.Plain plain
          when plain == FieldType.Plain.TRUTH && (text.isEmpty() || isTruth(text)) ->
          Field.Form.TOGGLE;
      case FieldType.Plain plain when plain == FieldType.Plain.CODE -> Field.Form.CODE;
      default ->
          isTemplate ? Field.Form.CHOICE : text.contains("\n") ? Field.Form.CODE : Field.Form.LINE;
    };
  }

  private static boolean isTruth(String text) {
    return text.equals("true") || text.equals("false");
  }

  private boolean isTemplate(SchemaField field) {
    return Set.of("entrypoint", "onExit").contains(field.name())
        || field.name().equals("template") && !field.definition().equals("TemplateRef");
  }

  private List<String> choices(SchemaField field, String value) {
    List<String> words =
        field.type() instanceof FieldType.Choice(List<String> all)
            ? all.stream().filter(word -> !word.isEmpty()).toList()
            : isTemplate(field) ? subject.templates() : List.of();
    boolean isOther = !words.isEmpty() && !value.isEmpty() && !words.contains(value);
    return isOther ? plus(words, value) : words;
  }

  private String prompt(SchemaField field) {
    return field
        .defaultValue()
        .or(() -> Optional.ofNullable(PROMPTS.get(field.name())).map(messages::text))
        .orElseGet(
            () ->
                field.key().equals("SuspendTemplate.duration")
                    ? messages.text("inspector.prompt.resumed")
                    : "");
  }

  Field head(
      SchemaField field, FieldType type, Optional<YamlPlace> value, List<String> path, int depth) {
    Field.Content content = content(Optional.of(field), value, "", "", depth);
    return new Field(
        id(path), Field.Form.HEAD, path, type, words(field), content.with(more(type, value, path)));
  }

  Field itemHead(FieldType.ObjectOf type, YamlPlace place, List<String> path, int depth) {
    boolean isInList = place.parent().filter(YamlPlace::isSequence).isPresent();
    String position = isInList ? Integer.toString(place.indexInParent()) : "";
    Field.Content content = content(Optional.empty(), Optional.of(place), position, "", depth);
    return new Field(
        id(path),
        Field.Form.ITEM,
        path,
        type,
        new Field.Words(path.getLast(), "", ""),
        content.with(more(type, Optional.of(place), path)));
  }

  /** The fields of an object that are neither written nor offered yet. */
  private List<String> more(FieldType type, Optional<YamlPlace> value, List<String> path) {
    return Schema.argo()
        .definition(type)
        .map(Definition::all)
        .map(
            all ->
                all.stream()
                    .filter(field -> value.flatMap(v -> v.get(field.name())).isEmpty())
                    .filter(field -> field.removedIn().isEmpty() && !field.isOfServer())
                    .map(SchemaField::name)
                    .filter(name -> !isOpened(plus(path, name)))
                    .toList())
        .orElse(List.of());
  }

  Field entry(
      SchemaField map, String key, Optional<YamlPlace> value, List<String> path, int depth) {
    FieldType type = map.type() instanceof FieldType.MapOf(FieldType of) ? of : map.type();
    List<String> at = key.isEmpty() ? path : plus(path, key);
    String text = FieldText.readable(value, subject.text());
    return new Field(
        id(path) + "=" + key,
        Field.Form.ENTRY,
        at,
        type,
        new Field.Words(key, "", ""),
        content(Optional.empty(), value, text, "", depth));
  }

  Field addition(SchemaField list, List<String> path, int depth) {
    return new Field(
        subject.prefix() + "+" + String.join(".", path),
        Field.Form.ADDITION,
        path,
        list.type(),
        new Field.Words(messages.text("inspector.add-to", words.label(list)), "", ""),
        Field.Content.of("", messages.text("inspector.prompt.item"), depth));
  }

  Field unknown(YamlPlace.Entry entry, List<String> path, int depth) {
    return new Field(
        id(path),
        Field.Form.SHOWN,
        path,
        FieldType.Plain.ANY,
        new Field.Words(entry.name(), "", ""),
        content(
            Optional.empty(),
            Optional.of(entry.value()),
            messages.text("inspector.unknown"),
            "",
            depth));
  }

  /** The items of a list or a map, by what tells them apart or by their number. */
  List<Item> items(SchemaField field, Optional<YamlPlace> collection) {
    List<Item> items = new ArrayList<>();
    if (collection.isEmpty()) {
      return items;
    }
    for (YamlPlace.Entry entry : collection.get().entries()) {
      items.add(new Item(entry.name(), entry.value()));
    }
    String key = field.itemKeys().isEmpty() ? "name" : field.itemKeys().getFirst();
    for (YamlPlace item : collection.get().items()) {
      String number = Integer.toString(item.indexInParent());
      items.add(
          new Item(
              item.get(key)
                  .or(() -> item.get("name"))
                  .flatMap(YamlPlace::text)
                  .filter(name -> !name.isEmpty())
                  .orElse(number),
              item));
    }
    return items;
  }

  /** The one field of an item that has nothing but a name beside it. */
  Optional<String> singleValue(FieldType.ObjectOf type, YamlPlace item, List<String> path) {
    Optional<Definition> definition = Schema.argo().definition(type);
    boolean isOpenedWithin =
        subject.opened().stream().anyMatch(open -> open.startsWith(id(path) + "."));
    boolean isFlat =
        item.entries().stream().allMatch(e -> e.name().equals("name") || VALUES.contains(e.name()));
    if (isOpenedWithin || !isFlat || item.get("name").isEmpty() || item.size() > 2) {
      return Optional.empty();
    }
    return VALUES.stream()
        .filter(value -> item.get(value).isPresent())
        .findFirst()
        .or(() -> path.contains("inputs") ? Optional.of("default") : Optional.of("value"))
        .filter(value -> definition.flatMap(found -> found.field(value)).isPresent());
  }

  /** The value of an item under the name that the user gave it. */
  Field named(
      FieldType.ObjectOf type,
      YamlPlace item,
      List<String> path,
      String value,
      Arguments declared,
      int depth) {
    SchemaField field =
        Schema.argo().definition(type).flatMap(found -> found.field(value)).orElseThrow();
    Field leaf =
        leaf(
            id(path),
            new Field.Words(path.getLast(), hint(path, value, declared), ""),
            field,
            item.get(value),
            plus(path, value),
            depth);
    return new Field(
        leaf.id(),
        leaf.form(),
        leaf.path(),
        leaf.type(),
        leaf.words(),
        leaf.content().with(more(type, Optional.of(item), path)),
        leaf.language());
  }

  private String hint(List<String> path, String value, Arguments declared) {
    if (!path.getFirst().equals("arguments") || subject.isResource()) {
      return value;
    }
    return declared.parameters().stream()
        .filter(parameter -> parameter.name().equals(path.getLast()))
        .findFirst()
        .map(parameter -> parameter.isSupplied() ? "optional" : "required")
        .or(
            () ->
                declared.artifacts().stream().anyMatch(a -> a.name().equals(path.getLast()))
                    ? Optional.of("artifact")
                    : Optional.empty())
        .map(key -> messages.text("inspector.hint." + key))
        .orElseGet(() -> messages.text("inspector.hint.undeclared"));
  }

  /** A row for each input of the called template that is not given yet. */
  List<Field> declared(Arguments declared, List<String> path, List<String> given, int depth) {
    List<Field> fields = new ArrayList<>();
    if (path.equals(List.of("arguments", "parameters"))) {
      for (Arguments.Parameter parameter : declared.parameters()) {
        if (!given.contains(parameter.name())) {
          String key = parameter.isSupplied() ? "optional" : "required";
          fields.add(
              missing(path, parameter.name(), "value", key, parameter.value().orElse(""), depth));
        }
      }
    }
    if (path.equals(List.of("arguments", "artifacts"))) {
      for (Arguments.Artifact artifact : declared.artifacts()) {
        if (!given.contains(artifact.name())) {
          String prompt = artifact.isSupplied() ? "hint.optional" : "prompt.artifact";
          fields.add(
              missing(
                  path,
                  artifact.name(),
                  "from",
                  "artifact",
                  messages.text("inspector." + prompt),
                  depth));
        }
      }
    }
    return fields;
  }

  private Field missing(
      List<String> list, String name, String value, String hint, String prompt, int depth) {
    List<String> path = plus(list, name);
    return new Field(
        id(path),
        Field.Form.LINE,
        plus(path, value),
        FieldType.Plain.TEXT,
        new Field.Words(name, messages.text("inspector.hint." + hint), ""),
        Field.Content.of("", prompt, depth));
  }

  private Field.Words words(SchemaField field) {
    return new Field.Words(words.label(field), field.name(), words.description(field).orElse(""));
  }

  private Field.Content content(
      Optional<SchemaField> field,
      Optional<YamlPlace> value,
      String text,
      String prompt,
      int depth) {
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
    String problem =
        value
            .filter(_ -> !text.isEmpty())
            .map(Rows::whole)
            .flatMap(subject::problem)
            .map(messages::problem)
            .orElse("");
    return new Field.Content(text, prompt, List.of(), marks, problem, depth);
  }

  /** With its key. */
  private static TextRange whole(YamlPlace value) {
    int start =
        value
            .parent()
            .filter(YamlPlace::isMapping)
            .map(parent -> parent.key(value.indexInParent()).start())
            .orElse(value.start());
    return new TextRange(start, Math.max(start, value.end()));
  }
}

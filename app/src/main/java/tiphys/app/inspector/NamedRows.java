// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.app.message.Messages;
import tiphys.model.schema.Definition;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.workflow.Arguments;
import tiphys.model.yaml.YamlPlace;

/** Makes the rows of items that go by a name: parameters, artifacts, variables. */
final class NamedRows {
  /** Where the value of an item stands that has nothing but a name beside it. */
  private static final List<String> VALUES = List.of("value", "default", "from");

  private final Subject subject;
  private final Messages messages;
  private final Rows rows;
  private final Arguments declared;

  /**
   * @param declared what a called template takes, for the arguments of a task
   */
  NamedRows(Subject subject, Messages messages, Rows rows, Arguments declared) {
    this.subject = subject;
    this.messages = messages;
    this.rows = rows;
    this.declared = declared;
  }

  /** An item of a list or a map, and what it goes by. */
  record Item(String name, YamlPlace at) {}

  /** The items of a list or a map, by what tells them apart or by their number. */
  static List<Item> items(SchemaField field, Optional<YamlPlace> collection) {
    List<Item> items = new ArrayList<>();
    if (collection.isEmpty()) {
      return items;
    }
    for (YamlPlace.Entry entry : collection.get().entries()) {
      items.add(new Item(entry.name(), entry.value()));
    }
    String key = field.itemKeys().isEmpty() ? "name" : field.itemKeys().getFirst();
    List<String> seen = new ArrayList<>();
    for (YamlPlace item : collection.get().items()) {
      String number = Integer.toString(item.indexInParent());
      String name =
          item.get(key)
              .or(() -> item.get("name"))
              .flatMap(YamlPlace::text)
              .filter(said -> !said.isEmpty() && !seen.contains(said))
              .orElse(number);
      seen.add(name);
      items.add(new Item(name, item));
    }
    return items;
  }

  /** The one field of an item that has nothing but a name beside it. */
  Optional<String> singleValue(FieldType.ObjectOf type, YamlPlace item, List<String> path) {
    Optional<Definition> definition = Schema.argo().definition(type);
    boolean isFlat =
        item.entries().stream().allMatch(e -> e.name().equals("name") || VALUES.contains(e.name()));
    if (subject.isOpenedWithin(path) || !isFlat || item.get("name").isEmpty() || item.size() > 2) {
      return Optional.empty();
    }
    return VALUES.stream()
        .filter(value -> item.get(value).isPresent())
        .findFirst()
        .or(() -> path.contains("inputs") ? Optional.of("default") : Optional.of("value"))
        .filter(value -> definition.flatMap(found -> found.field(value)).isPresent());
  }

  /** The value of an item under the name that the user gave it. */
  Field named(FieldType.ObjectOf type, YamlPlace item, List<String> path, String value, int depth) {
    SchemaField field =
        Schema.argo().definition(type).flatMap(found -> found.field(value)).orElseThrow();
    Field leaf =
        rows.leaf(
            subject.id(path),
            new Field.Words(path.getLast(), hint(path, value), ""),
            field,
            item.get(value),
            Rows.plus(path, value),
            depth);
    List<String> more = new RowContent(subject, messages).more(type, Optional.of(item), path);
    return new Field(
        leaf.id(),
        leaf.form(),
        leaf.path(),
        leaf.kind(),
        leaf.words(),
        leaf.content().with(more).with(Field.Mark.SET));
  }

  private String hint(List<String> path, String value) {
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
  List<Field> missing(List<String> path, List<String> given, int depth) {
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
          String words = messages.text("inspector." + prompt);
          fields.add(missing(path, artifact.name(), "from", "artifact", words, depth));
        }
      }
    }
    return fields;
  }

  private Field missing(
      List<String> list, String name, String value, String hint, String prompt, int depth) {
    List<String> path = Rows.plus(list, name);
    return new Field(
        subject.id(path),
        Field.Form.LINE,
        Rows.plus(path, value),
        Field.Kind.of(FieldType.Plain.TEXT),
        new Field.Words(name, messages.text("inspector.hint." + hint), ""),
        Field.Content.of("", prompt, depth));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.app.code.CodeLanguage;
import tiphys.app.message.FieldWords;
import tiphys.app.message.Messages;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.SchemaField;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlPlace;

/** Makes the single rows of a form. */
final class Rows {
  private final Subject subject;
  private final Messages messages;
  private final FieldWords words;
  private final RowContent contents;

  Rows(Subject subject, Messages messages) {
    this.subject = subject;
    this.messages = messages;
    this.words = new FieldWords(messages);
    this.contents = new RowContent(subject, messages);
  }

  static List<String> plus(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private String id(List<String> path) {
    return subject.id(path);
  }

  Field leaf(SchemaField field, Optional<YamlPlace> value, List<String> path, int depth) {
    return leaf(id(path), words(field), field, value, path, depth);
  }

  /** With an id and words of its own. */
  Field leaf(
      String id,
      Field.Words said,
      SchemaField field,
      Optional<YamlPlace> value,
      List<String> path,
      int depth) {
    String text = FieldText.readable(value, subject.text());
    CodeLanguage language = CodeLanguage.of(field, value.flatMap(YamlPlace::parent), text);
    return new Field(
        id,
        contents.form(field, text),
        path,
        new Field.Kind(field.type(), field.key(), language),
        said,
        contents.leaf(field, value, text, path, depth));
  }

  /** One of a list of plain values, by its number. */
  Field element(SchemaField list, FieldType type, YamlPlace item, List<String> path, int depth) {
    String text = FieldText.readable(Optional.of(item), subject.text());
    return new Field(
        id(path),
        Field.Form.LINE,
        path,
        new Field.Kind(type, list.key(), CodeLanguage.PLAIN),
        new Field.Words(Integer.toString(item.indexInParent() + 1), "", ""),
        contents.of(Optional.empty(), Optional.of(item), text, "", depth));
  }

  Field head(
      SchemaField field, FieldType type, Optional<YamlPlace> value, List<String> path, int depth) {
    Field.Content content = contents.of(Optional.of(field), value, "", "", depth);
    return new Field(
        id(path),
        Field.Form.HEAD,
        path,
        new Field.Kind(type, field.key(), CodeLanguage.PLAIN),
        words(field),
        content.with(contents.more(type, value, path)));
  }

  Field itemHead(FieldType.ObjectOf type, YamlPlace place, List<String> path, int depth) {
    boolean isInList = place.parent().filter(YamlPlace::isSequence).isPresent();
    String position = isInList ? Integer.toString(place.indexInParent()) : "";
    Field.Content content = contents.of(Optional.empty(), Optional.of(place), position, "", depth);
    return new Field(
        id(path),
        Field.Form.ITEM,
        path,
        Field.Kind.of(type),
        new Field.Words(path.getLast(), "", ""),
        content.with(contents.more(type, Optional.of(place), path)));
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
        Field.Kind.of(type),
        new Field.Words(key, "", ""),
        contents.of(Optional.empty(), value, text, "", depth));
  }

  Field addition(SchemaField list, List<String> path, int depth) {
    boolean isOfObjects =
        list.type() instanceof FieldType.MapOf
            || list.type() instanceof FieldType.ListOf(FieldType.ObjectOf _);
    String prompt = isOfObjects ? "inspector.prompt.item" : "inspector.prompt.element";
    return new Field(
        subject.prefix() + "+" + String.join(".", path),
        Field.Form.ADDITION,
        path,
        new Field.Kind(list.type(), list.key(), CodeLanguage.PLAIN),
        new Field.Words(messages.text("inspector.add-to", words.label(list)), "", ""),
        Field.Content.of("", messages.text(prompt), depth));
  }

  Field unknown(YamlPlace.Entry entry, List<String> path, int depth) {
    return new Field(
        id(path),
        Field.Form.SHOWN,
        path,
        Field.Kind.of(FieldType.Plain.ANY),
        new Field.Words(entry.name(), "", ""),
        contents.of(
            Optional.empty(),
            Optional.of(entry.value()),
            messages.text("inspector.unknown"),
            "",
            depth));
  }

  private Field.Words words(SchemaField field) {
    return new Field.Words(words.label(field), field.name(), words.description(field).orElse(""));
  }

  /** With its key. */
  static TextRange whole(YamlPlace value) {
    int start =
        value
            .parent()
            .filter(YamlPlace::isMapping)
            .map(parent -> parent.key(value.indexInParent()).start())
            .orElse(value.start());
    return new TextRange(start, Math.max(start, value.end()));
  }
}

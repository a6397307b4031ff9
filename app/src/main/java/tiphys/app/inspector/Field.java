// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tiphys.app.code.CodeLanguage;
import tiphys.model.schema.FieldType;

/**
 * One row of a form.
 *
 * @param id unique within its sheet; a field of the same id and form is the same field with another
 *     value
 * @param path from the owner of the form
 */
record Field(String id, Form form, List<String> path, Kind kind, Words words, Content content) {
  enum Form {
    LINE,
    CODE,
    CHOICE,
    TOGGLE,
    /** The head of what has fields or items of its own; those follow, one step further in. */
    HEAD,
    /** The head of one item of a list or a map of objects. */
    ITEM,
    /** A free key and its value. */
    ENTRY,
    /** Takes the name of a further item, or the item as YAML. */
    ADDITION,
    SHOWN
  }

  enum Mark {
    /** It stands in the text. */
    SET,
    /** It says something else than what holds without it. */
    CHANGED,
    DEPRECATED,
    REQUIRED,
    /** It stood in the text when that could be read; what stands there now cannot be. */
    LOST,
    /** It is not written here, and {@code templateDefaults} says what holds. */
    INHERITED
  }

  /**
   * @param type what may stand there
   * @param key of the schema; empty for items and free keys
   * @param language of a {@link Form#CODE}
   */
  record Kind(FieldType type, String key, CodeLanguage language) {
    static Kind of(FieldType type) {
      return new Kind(type, "", CodeLanguage.PLAIN);
    }
  }

  /**
   * @param label what people call it, or a name that the user gave
   * @param name Argo's word for it
   * @param description one sentence; empty where there is none
   */
  record Words(String label, String name, String description) {}

  /**
   * @param value as it stands in the text; empty where it is missing
   * @param prompt what holds where it is empty
   * @param choices words to choose from, or the names of fields that can be added below
   * @param problem what is wrong with it; empty for nothing
   * @param depth how far in it stands
   */
  record Content(
      String value,
      String prompt,
      List<String> choices,
      Set<Mark> marks,
      String problem,
      int depth) {
    Content {
      choices = List.copyOf(choices);
      marks = Set.copyOf(marks);
    }

    static Content of(String value, String prompt, int depth) {
      return new Content(value, prompt, List.of(), Set.of(), "", depth);
    }

    Content with(Mark mark) {
      Set<Mark> more = EnumSet.of(mark);
      more.addAll(marks);
      return new Content(value, prompt, choices, more, problem, depth);
    }

    Content with(List<String> other) {
      return new Content(value, prompt, other, marks, problem, depth);
    }
  }

  Field {
    path = List.copyOf(path);
  }

  FieldType type() {
    return kind.type();
  }

  String key() {
    return kind.key();
  }

  CodeLanguage language() {
    return kind.language();
  }

  /** What goes when it is taken away: all of an item that is shown by its value alone. */
  List<String> removal() {
    return id.endsWith(String.join(".", path)) ? path : path.subList(0, path.size() - 1);
  }

  String value() {
    return content.value();
  }

  boolean is(Mark mark) {
    return content.marks().contains(mark);
  }

  Field with(Mark mark) {
    return new Field(id, form, path, kind, words, content.with(mark));
  }

  /** Whether another field can take over this one's control. */
  boolean isLike(Field other) {
    return id.equals(other.id)
        && form == other.form
        && path.equals(other.path)
        && kind.equals(other.kind)
        && content.depth() == other.content.depth();
  }
}

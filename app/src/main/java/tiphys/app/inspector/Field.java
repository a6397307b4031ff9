// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tiphys.model.command.Command;

/**
 * One field of a form.
 *
 * @param id unique within its sheet; a field of the same id and form is the same field with another
 *     value
 * @param label a sentence, or a name that the user gave
 * @param hint Argo's word for it, shown small
 * @param value as it stands in the text; empty where it is missing
 * @param prompt what holds where it is empty
 * @param choices for {@link Form#CHOICE}
 * @param set the command for another value; nothing where what was typed makes no sense yet
 */
record Field(
    String id,
    String label,
    String hint,
    Form form,
    String value,
    String prompt,
    List<String> choices,
    Function<String, Optional<Command>> set) {
  enum Form {
    LINE,
    CODE,
    CHOICE,
    /** Emptied once its value was taken. */
    ADDITION,
    SHOWN
  }

  Field {
    choices = List.copyOf(choices);
  }

  /** Whether another field can take over this one's control. */
  boolean isLike(Field other) {
    return id.equals(other.id) && form == other.form && label.equals(other.label);
  }
}

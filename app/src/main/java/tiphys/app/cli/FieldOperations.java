// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.OptionalInt;
import tiphys.model.command.AddItem;
import tiphys.model.command.Command;
import tiphys.model.command.MoveItem;
import tiphys.model.command.RenameKey;
import tiphys.model.command.SetField;
import tiphys.model.command.UnsetField;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** Operations on any field; what they are given stands behind the owner and the field. */
final class FieldOperations {
  private FieldOperations() {}

  static Outcome<Command> set(EditWords.Owned field, EditWords words) {
    return Outcome.done(new SetField(field.owner(), field.path(), words.text(2)));
  }

  static Outcome<Command> unset(EditWords.Owned field) {
    return Outcome.done(new UnsetField(field.owner(), field.path()));
  }

  static Outcome<Command> rename(EditWords.Owned field, EditWords words) {
    return Outcome.done(new RenameKey(field.owner(), field.path(), words.text(2)));
  }

  static Outcome<Command> move(EditWords.Owned field, EditWords words) {
    return number(words.text(2))
        .then(to -> Outcome.done(new MoveItem(field.owner(), field.path(), to.orElse(0))));
  }

  static Outcome<Command> add(EditWords.Owned field, EditWords words) {
    return number(words.option("--at").orElse(""))
        .then(at -> Outcome.done(new AddItem(field.owner(), field.path(), words.text(2), at)));
  }

  /** Empty for no word at all. */
  private static Outcome<OptionalInt> number(String word) {
    if (word.isEmpty()) {
      return Outcome.done(OptionalInt.empty());
    }
    return word.matches("\\d{1,6}")
        ? Outcome.done(OptionalInt.of(Integer.parseInt(word)))
        : Outcome.refused(ProblemCode.ADDRESS_MALFORMED, word);
  }
}

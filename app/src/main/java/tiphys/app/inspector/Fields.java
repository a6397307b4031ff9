// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tiphys.app.message.Messages;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.SetField;
import tiphys.model.yaml.YamlPlace;

/** Makes the fields of one task, template or resource. */
final class Fields {
  private final Messages messages;
  private final FieldOwner owner;
  private final YamlPlace place;
  private final String prefix;

  /**
   * @param prefix begins the fields' ids
   */
  Fields(Messages messages, FieldOwner owner, YamlPlace place, String prefix) {
    this.messages = messages;
    this.owner = owner;
    this.place = place;
    this.prefix = prefix;
  }

  /** A value below the place; shown only where it is too large for a field. */
  Field line(String key, String prompt, String... path) {
    return field(Field.Form.LINE, key, prompt, List.of(), path);
  }

  Field code(String key, String... path) {
    return field(Field.Form.CODE, key, "", List.of(), path);
  }

  Field choice(String key, List<String> choices, String... path) {
    return field(Field.Form.CHOICE, key, "", choices, path);
  }

  /** The value of a named item of a list, under the name that the user gave it. */
  Field named(String name, String hint, String value, String prompt, String... path) {
    return new Field(
        prefix + String.join(".", path),
        name,
        hint,
        value.contains("\n") ? Field.Form.CODE : Field.Form.LINE,
        value,
        prompt,
        List.of(),
        typed -> Optional.of(new SetField(owner, List.of(path), typed)));
  }

  /** Takes {@code name=value} and adds it below the path. */
  Field addition(String key, List<String> path, List<String> behindName) {
    return new Field(
        prefix + "+" + key,
        messages.text("inspector.field." + key),
        "",
        Field.Form.ADDITION,
        "",
        messages.text("inspector.prompt." + key),
        List.of(),
        typed -> {
          int equals = typed.indexOf('=');
          if (equals < 1) {
            return Optional.empty();
          }
          List<String> whole = new ArrayList<>(path);
          String name = typed.substring(0, equals).strip();
          whole.addAll(path.isEmpty() ? Arrays.asList(name.split("\\.", -1)) : List.of(name));
          whole.addAll(behindName);
          return Optional.of(new SetField(owner, whole, typed.substring(equals + 1).strip()));
        });
  }

  private Field field(
      Field.Form form, String key, String prompt, List<String> choices, String... path) {
    String[] more = Arrays.copyOfRange(path, 1, path.length);
    boolean isTooLarge = FieldText.isTooLarge(place, path[0], more);
    return new Field(
        prefix + String.join(".", path),
        messages.text("inspector.field." + key),
        path[path.length - 1],
        isTooLarge ? Field.Form.SHOWN : form,
        isTooLarge ? messages.text("inspector.in-source") : FieldText.of(place, path[0], more),
        prompt,
        choices,
        typed -> Optional.of(new SetField(owner, List.of(path), typed)));
  }
}

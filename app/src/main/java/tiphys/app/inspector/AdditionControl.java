// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import tiphys.model.command.AddItem;
import tiphys.model.command.SetField;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;

/**
 * Adds an item: by its name, as {@code name=value}, or as YAML, also pasted in lines. Enter adds;
 * what was typed and not entered is thrown away with the form.
 */
final class AdditionControl extends FieldControl {
  /** Has a path where others have a value. */
  private static final FieldType MOUNTS =
      new FieldType.ListOf(new FieldType.ObjectOf("VolumeMount"));

  private final TextField line = new TextField();
  private final FieldActions actions;
  private final Field field;

  AdditionControl(Field field, FieldActions actions) {
    this.field = field;
    this.actions = actions;
    line.setPromptText(field.words().label() + " · " + field.content().prompt());
    line.getStyleClass().add("field-addition-line");
    line.setOnAction(_ -> add(line.getText()));
    line.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          String pasted = Clipboard.getSystemClipboard().getString();
          boolean isPaste = event.isShortcutDown() && event.getCode() == KeyCode.V;
          if (isPaste && pasted != null && pasted.contains("\n")) {
            add(pasted);
            event.consume();
          }
        });
  }

  private void add(String typed) {
    if (typed.isBlank()) {
      return;
    }
    int equals = typed.indexOf('=');
    boolean isPair =
        equals > 0
            && (field.type().equals(MOUNTS) || value().isPresent())
            && typed.substring(0, equals).matches("[\\w./-]+");
    String why = "";
    if (field.type() instanceof FieldType.MapOf) {
      List<String> item = Rows.plus(field.path(), typed.strip());
      why = actions.perform(new SetField(actions.owner(), item, "{}"));
      if (why.isEmpty()) {
        actions.open().accept(item);
      }
    } else if (isPair && !typed.contains("\n")) {
      why = pair(typed.substring(0, equals), typed.substring(equals + 1).strip());
    } else if (typed.stripLeading().startsWith("- ")) {
      why = actions.perform(new SetField(actions.owner(), field.path(), typed));
    } else {
      why =
          actions.perform(
              new AddItem(actions.owner(), field.path(), item(typed.strip()), OptionalInt.empty()));
    }
    if (why.isEmpty()) {
      line.clear();
    }
  }

  /** Of an item with a single field, its value alone may be typed. */
  private String item(String typed) {
    boolean isYaml = typed.startsWith("{") || typed.contains("\n");
    if (isYaml || !(field.type() instanceof FieldType.ListOf(FieldType.ObjectOf type))) {
      return typed;
    }
    return Schema.argo()
        .definition(type)
        .map(found -> List.copyOf(found.all()))
        .filter(fields -> fields.size() == 1 && !typed.startsWith(fields.getFirst().name() + ":"))
        .map(fields -> "{" + fields.getFirst().name() + ": " + quoted(typed) + "}")
        .orElse(typed);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The field that a name has its value in. */
  private Optional<String> value() {
    if (!(field.type() instanceof FieldType.ListOf(FieldType.ObjectOf item))) {
      return Optional.empty();
    }
    boolean isInput = field.path().contains("inputs");
    return Stream.of(isInput ? "default" : "value", "path")
        .filter(
            name -> Schema.argo().definition(item).flatMap(found -> found.field(name)).isPresent())
        .findFirst();
  }

  /**
   * A volume with where it is mounted, a parameter or variable with its value, an input with its
   * default, or an artifact with its path.
   */
  private String pair(String name, String value) {
    if (field.type().equals(MOUNTS)) {
      String mount = "{name: \"" + name + "\", mountPath: \"" + value + "\"}";
      return actions.perform(
          new AddItem(actions.owner(), field.path(), mount, OptionalInt.empty()));
    }
    var path = Rows.plus(Rows.plus(field.path(), name), value().orElseThrow());
    return actions.perform(new SetField(actions.owner(), path, value));
  }

  @Override
  Node node() {
    return line;
  }

  @Override
  void onTyped(Consumer<String> listener) {
    line.textProperty().subscribe((_, typed) -> listener.accept(typed));
  }

  @Override
  boolean isBelow() {
    return false;
  }

  @Override
  void show(Field next) {
    // it is emptied by what it adds
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import tiphys.model.command.FieldPath;
import tiphys.model.command.MoveItem;
import tiphys.model.command.SetField;
import tiphys.model.command.UnsetField;
import tiphys.model.fix.Fix;
import tiphys.model.fix.Fixes;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;

/** All that can be done with a row, whatever its form. */
final class RowMenu {
  private final Field field;
  private final FieldActions actions;
  private final ContextMenu menu = new ContextMenu();

  private RowMenu(Field field, FieldActions actions) {
    this.field = field;
    this.actions = actions;
  }

  /** Made when it is asked for: most are never opened. */
  static ContextMenu of(Field field, FieldActions actions) {
    RowMenu made = new RowMenu(field, actions);
    made.fill();
    return made.menu;
  }

  private void fill() {
    for (Fix fix : fixes(field, actions)) {
      add("row-fix", actions.messages().fix(fix), () -> actions.perform(fix.command()));
    }
    separate();
    if (field.is(Field.Mark.SET) && !isName(field)) {
      add("row-reset", resetWords(), () -> take(field, actions));
    }
    if (!field.removal().equals(field.path())) {
      open("row-rename", actions.word("rename"), "name");
    }
    fields();
    if (isItem(field)) {
      add("row-up", actions.word("up", "Shortcut+Up"), () -> move(field, actions, -1));
      add("row-down", actions.word("down", "Shortcut+Down"), () -> move(field, actions, 1));
    }
    separate();
    copyAndPaste();
    if (field.is(Field.Mark.SET)) {
      add("row-show", actions.word("show"), () -> actions.light().accept(field.path()));
    }
  }

  private void fields() {
    if (canBeEmpty(field)) {
      add("row-empty", actions.word("empty"), () -> writeEmpty(field, actions));
    }
    List<String> names = addable(field);
    if (!names.isEmpty()) {
      Menu below = new Menu(actions.word("more"));
      below.setId("row-add");
      for (String name : names) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(_ -> actions.open().accept(Rows.plus(field.removal(), name)));
        below.getItems().add(item);
      }
      menu.getItems().add(below);
    }
  }

  private void copyAndPaste() {
    Optional<String> yaml = FieldYaml.copy(actions.state().get(), actions.owner(), field.removal());
    yaml.ifPresent(
        text ->
            add(
                "row-copy",
                actions.word("copy"),
                () ->
                    Clipboard.getSystemClipboard()
                        .setContent(Map.of(DataFormat.PLAIN_TEXT, text))));
    String copied = Clipboard.getSystemClipboard().getString();
    boolean canPaste = field.form() != Field.Form.SHOWN && copied != null && !copied.isBlank();
    if (canPaste) {
      add("row-paste", actions.word("paste"), () -> paste(field, actions, copied));
    }
  }

  private void open(String id, String words, String name) {
    add(id, words, () -> actions.open().accept(Rows.plus(field.removal(), name)));
  }

  private void add(String id, String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    menu.getItems().add(item);
  }

  private void separate() {
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
  }

  private String resetWords() {
    return known(field, actions)
        .flatMap(SchemaField::defaultValue)
        .map(value -> actions.messages().text("inspector.reset", value))
        .orElseGet(() -> actions.word("clear", "Shortcut+Delete"));
  }

  private static Optional<SchemaField> known(Field field, FieldActions actions) {
    return Schema.argo().field(actions.owner().type(actions.state().get()), field.path());
  }

  /** The names of fields that can be added below. */
  static List<String> addable(Field field) {
    boolean isItemValue = !field.removal().equals(field.path());
    boolean canHold =
        field.form() == Field.Form.HEAD || field.form() == Field.Form.ITEM || isItemValue;
    return canHold ? field.content().choices() : List.of();
  }

  /** Whether an object that is not written says something even without fields: an empty folder. */
  static boolean canBeEmpty(Field field) {
    return field.form() == Field.Form.HEAD
        && !field.is(Field.Mark.SET)
        && field.type() instanceof FieldType.ObjectOf;
  }

  static void writeEmpty(Field field, FieldActions actions) {
    actions.perform(new SetField(actions.owner(), field.path(), "{}"));
  }

  /** The name of a task or a template stands in many places and cannot be missing. */
  static boolean isName(Field field) {
    return field.path().equals(List.of("name"));
  }

  static boolean isItem(Field field) {
    return field.form() == Field.Form.ITEM && !field.value().isEmpty();
  }

  /** Takes the field away; what holds without it is its default. */
  static String take(Field field, FieldActions actions) {
    return actions.perform(new UnsetField(actions.owner(), field.removal()));
  }

  static void move(Field field, FieldActions actions, int by) {
    if (isItem(field)) {
      int to = Integer.parseInt(field.value()) + by;
      actions.perform(new MoveItem(actions.owner(), field.path(), to));
    }
  }

  /** YAML, with the key of the field before it or without. */
  static void paste(Field field, FieldActions actions, String copied) {
    List<String> path = field.removal();
    actions.perform(new SetField(actions.owner(), path, FieldYaml.value(copied, path.getLast())));
  }

  /** What mends the problems that lie within the field. */
  static List<Fix> fixes(Field field, FieldActions actions) {
    DiagramState state = actions.state().get();
    if (field.content().problem().isEmpty()) {
      return List.of();
    }
    Optional<TextRange> range =
        FieldPath.find(state, actions.owner(), field.path()).map(Rows::whole);
    return state.problems().stream()
        .filter(
            problem ->
                problem
                    .place()
                    .filter(
                        place ->
                            range
                                .filter(r -> r.start() <= place.start() && place.end() <= r.end())
                                .isPresent())
                    .isPresent())
        .flatMap(problem -> Fixes.of(state, problem).stream())
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.model.command.SetField;
import tiphys.model.fix.Fix;
import tiphys.model.problem.Problem;

/**
 * One row of a form: its words, its control, and what can be done with it. What is typed is taken
 * over on Enter or when the field is left; Escape takes it back; a refusal stands below in words,
 * and the text stays to be mended. Shortcut+Delete takes the field away, Alt+Enter opens the menu
 * of all that can be done; a head or an item takes the keyboard itself, and Enter adds to it.
 */
final class FieldEditor extends VBox {
  private static final double STEP_PX = 12;

  private final FieldActions actions;
  private final FieldControl control;
  private final FieldNotes notes;
  private final Label note = sentence("field-note");
  private final Label refusal = sentence("field-refusal");
  private final VBox mends = new VBox();
  private final RowHead head;
  private Field field;
  private boolean isLeft;

  FieldEditor(Field field, FieldActions actions) {
    this.field = field;
    this.actions = heard(actions);
    this.notes = new FieldNotes(actions, Clock.systemUTC());
    this.control = FieldControl.of(field, this.actions, this::take);
    this.head = new RowHead(field, this.actions, control, this::openMenu);
    getStyleClass().addAll("field-editor", "field-" + field.form().name().toLowerCase(Locale.ROOT));
    setPadding(new Insets(0, 0, 0, field.content().depth() * STEP_PX));
    mends.managedProperty().bind(mends.visibleProperty());
    getChildren().addAll(head, note, refusal, mends);
    if (control.isBelow()) {
      getChildren().add(1, control.node());
    }
    Node focusable = focusable();
    focusable.setId("field-" + field.id());
    focusable.focusedProperty().subscribe((_, isFocused) -> focus(isFocused));
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenu);
    control.onTyped(this::typed);
    show(field);
  }

  private static Label sentence(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  /** Whatever is done in this row, the reason of a refusal stands below it. */
  private FieldActions heard(FieldActions all) {
    return new FieldActions(
        all.owner(),
        all.messages(),
        all.state(),
        command -> {
          if (isLeft) {
            return Optional.empty();
          }
          Optional<Problem> why = all.apply().apply(command);
          say(why.map(all.messages()::problem).orElse(""));
          return why;
        },
        all.light(),
        all.open());
  }

  Field field() {
    return field;
  }

  /** What takes the keyboard: the control, or the head of what has none. */
  Node focusable() {
    return RowHead.isHead(field) ? head : control.focusable();
  }

  /** Puts the keyboard where one begins to write. */
  void enter() {
    Node first = RowHead.isHead(field) ? head : control.first();
    first.requestFocus();
  }

  /** Whether the keyboard is here, or comes back here with the window. */
  boolean isInUse() {
    return isWithin(getScene() == null ? null : getScene().getFocusOwner());
  }

  private boolean isWithin(@Nullable Node node) {
    Node at = node;
    while (at != null && !at.equals(this)) {
      at = at.getParent();
    }
    return at != null;
  }

  /** The row is not shown any more: the keyboard leaves it, and nothing is taken over. */
  void leave() {
    isLeft = true;
  }

  /** Takes over what is being typed, as if the keyboard left. */
  void takeTyped() {
    control.takeTyped();
  }

  /** Goes on where somebody was with another row for the same field. */
  void follow(FieldEditor before) {
    focusable().requestFocus();
    control.follow(before.control);
  }

  /** Shows another state of the field; what is being typed is left alone. */
  void show(Field next) {
    field = next;
    focusable().setAccessibleText(next.words().label());
    focusable().setAccessibleHelp(next.words().description());
    control.show(next);
    head.show(next);
    mark("changed", next.is(Field.Mark.CHANGED));
    mark("inherited", next.is(Field.Mark.INHERITED));
    mark("deprecated", next.is(Field.Mark.DEPRECATED));
    mark("unset", !RowHead.isSet(next));
    mark("lost", next.is(Field.Mark.LOST));
    setDisable(next.is(Field.Mark.LOST));
    say(next.content().problem());
    offerFixes();
    tell(notes.standing(next));
  }

  /** What mends the problem that is said stands below it. */
  private void offerFixes() {
    mends.getChildren().clear();
    for (Fix fix : RowMenu.fixes(field, actions)) {
      Hyperlink link = new Hyperlink(actions.messages().fix(fix));
      link.getStyleClass().add("field-fix");
      link.setOnAction(_ -> actions.perform(fix.command()));
      mends.getChildren().add(link);
    }
    mends.setVisible(!mends.getChildren().isEmpty());
  }

  private void press(KeyEvent event) {
    KeyCode code = event.getCode();
    if (event.isShortcutDown() && code == KeyCode.DELETE) {
      RowMenu.take(field, actions);
    } else if (event.isShortcutDown() && (code == KeyCode.UP || code == KeyCode.DOWN)) {
      RowMenu.move(field, actions, code == KeyCode.UP ? -1 : 1);
    } else if (event.isAltDown() && code == KeyCode.ENTER) {
      openMenu();
    } else {
      return;
    }
    event.consume();
  }

  /** A text has a menu of its own for the mouse: to cut, to copy, to paste. */
  private void openMenu(ContextMenuEvent event) {
    boolean isOnText = event.getTarget() instanceof Node on && isInText(on);
    if (event.isKeyboardTrigger() || !isOnText) {
      openMenu();
      event.consume();
    }
  }

  private boolean isInText(Node node) {
    Node at = node;
    while (at != null && at != this) {
      if (at instanceof TextInputControl || at.equals(control.focusable())) {
        return true;
      }
      at = at.getParent();
    }
    return false;
  }

  private void openMenu() {
    RowMenu.of(field, actions).show(focusable(), Side.BOTTOM, 0, 0);
  }

  private void focus(boolean isFocused) {
    mark("focused", isFocused);
    if (isFocused && field.is(Field.Mark.SET)) {
      boolean isItself = !field.value().isEmpty() || field.form() == Field.Form.HEAD;
      actions.light().accept(isItself ? field.path() : field.removal());
    }
  }

  /** What is being typed, before it is taken over. */
  private void typed(String text) {
    boolean isOther = !text.equals(field.value());
    tell(isOther ? notes.typed(field, text) : notes.standing(field));
  }

  private void tell(FieldNotes.Note said) {
    note.setText(said.text());
    note.setVisible(!said.text().isEmpty());
    note.getStyleClass().setAll("label", said.isWrong() ? "field-doubt" : "field-note");
  }

  /** What the control was given. */
  private String take(String typed) {
    String why = actions.perform(new SetField(actions.owner(), field.path(), typed));
    if (!why.isEmpty()) {
      tell(FieldNotes.Note.NONE);
    }
    return why;
  }

  private void say(String why) {
    refusal.setText(why);
    refusal.setVisible(!why.isEmpty());
    mark("refused", !why.isEmpty());
  }

  private void mark(String styleClass, boolean isOn) {
    getStyleClass().remove(styleClass);
    if (isOn) {
      getStyleClass().add(styleClass);
    }
  }
}

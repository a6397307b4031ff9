// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What a field's value is typed into or chosen with. */
abstract class FieldControl {
  /**
   * The control that fits a field.
   *
   * @param take sets a value; the reason where it is refused, else empty
   */
  static FieldControl of(Field field, FieldActions actions, Function<String, String> take) {
    return switch (field.form()) {
      case LINE -> new LineControl(take, field, actions);
      case CODE -> new CodeControl(take, field, actions);
      case CHOICE -> new ChoiceControl(take);
      case TOGGLE -> new ToggleControl(take);
      case ENTRY -> new EntryControl(field, actions);
      case ADDITION -> new AdditionControl(field, actions);
      case HEAD, ITEM -> new NoControl();
      case SHOWN -> new ShownControl();
    };
  }

  abstract Node node();

  /** The part of it that takes the keyboard. */
  Node focusable() {
    return node();
  }

  /** The part of it in which one begins to write. */
  Node first() {
    return focusable();
  }

  /** Whether it stands below the words; else it stands among them, or nowhere. */
  boolean isBelow() {
    return true;
  }

  /** Shows another state of the field; what is being typed is left alone. */
  abstract void show(Field field);

  /** Takes over what is being typed; nothing where nothing is typed. */
  void takeTyped() {
    // most are chosen
  }

  /** Goes on with what somebody was typing in another control for the same field. */
  void follow(FieldControl before) {
    // most are chosen
  }

  /** Told what stands there with every letter that is typed; nothing where nothing is typed. */
  void onTyped(Consumer<String> listener) {
    // most are chosen
  }

  private static final class NoControl extends FieldControl {
    private final Region nothing = new Region();

    @Override
    Node node() {
      return nothing;
    }

    @Override
    boolean isBelow() {
      return false;
    }

    @Override
    void show(Field field) {
      // the words are all there is
    }
  }

  private static final class ShownControl extends FieldControl {
    private final Label shown = new Label();

    ShownControl() {
      shown.getStyleClass().add("panel-subtitle");
      shown.setWrapText(true);
    }

    @Override
    Node node() {
      return shown;
    }

    @Override
    void show(Field field) {
      shown.setText(field.value());
    }
  }

  private static final class ChoiceControl extends FieldControl {
    private final ComboBox<String> box = new ComboBox<>();
    private String value = "";
    private boolean isShowing;

    ChoiceControl(Function<String, String> take) {
      box.setMaxWidth(Double.MAX_VALUE);
      box.valueProperty()
          .subscribe(
              (_, chosen) -> {
                if (!isShowing && chosen != null && !chosen.equals(value)) {
                  var _ = take.apply(chosen);
                  choose();
                }
              });
    }

    @Override
    Node node() {
      return box;
    }

    @Override
    void show(Field field) {
      value = field.value();
      isShowing = true;
      if (!box.getItems().equals(field.content().choices())) {
        box.getItems().setAll(field.content().choices());
      }
      box.setPromptText(field.content().prompt());
      isShowing = false;
      choose();
    }

    private void choose() {
      isShowing = true;
      box.setValue(value.isEmpty() ? null : value);
      isShowing = false;
    }
  }

  private static final class ToggleControl extends FieldControl {
    private final CheckBox box = new CheckBox();

    ToggleControl(Function<String, String> take) {
      box.setOnAction(
          _ -> {
            var _ = take.apply(Boolean.toString(box.isSelected()));
          });
    }

    @Override
    Node node() {
      return box;
    }

    @Override
    boolean isBelow() {
      return false;
    }

    @Override
    void show(Field field) {
      String holds = field.value().isEmpty() ? field.content().prompt() : field.value();
      box.setSelected(holds.equals("true"));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.TextPos;
import tiphys.app.message.Messages;
import tiphys.app.theme.Theme;

/**
 * A window of its own for a piece of code, as large as one wants it: line numbers, a search, and
 * undo. Shortcut+Enter takes the code over and closes the window, Escape and closing it do so too;
 * where it is refused, the window stays and says why.
 */
public final class CodeWindow {
  private static final double WIDTH_PX = 900;
  private static final double HEIGHT_PX = 680;

  private final Stage stage = new Stage();
  private final CodeEditor editor;
  private final FindBar find;
  private final Label place = new Label();
  private final Label refusal = new Label();
  private final Messages messages;
  private final Function<String, String> take;

  private CodeWindow(CodeEditor editor, Messages messages, Function<String, String> take) {
    this.editor = editor;
    this.messages = messages;
    this.take = take;
    this.find = new FindBar(editor.area(), messages);
  }

  /**
   * Opens it over another window.
   *
   * @param take takes the code over when the window is closed, or answers why it cannot
   */
  public static Stage open(
      Window owner,
      String title,
      CodeEditor editor,
      Messages messages,
      Function<String, String> take) {
    CodeWindow window = new CodeWindow(editor, messages, take);
    window.build(owner, title);
    return window.stage;
  }

  private void build(Window owner, String title) {
    editor.area().setLineNumbersEnabled(true);
    editor.area().caretPositionProperty().subscribe((_, caret) -> tell(caret));
    refusal.getStyleClass().add("code-refusal");
    refusal.setWrapText(true);
    refusal.managedProperty().bind(refusal.visibleProperty());
    refusal.setVisible(false);
    Button done =
        new Button(
            messages.text("code.take", KeyCombination.valueOf("Shortcut+Enter").getDisplayText()));
    done.setId("code-take");
    done.getStyleClass().add("accent");
    done.setOnAction(_ -> close());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox foot = new HBox(12, new Label(editor.language().title()), place, space, done);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("code-foot");
    BorderPane root = new BorderPane(editor);
    root.getStyleClass().add("code-window");
    root.setTop(find);
    root.setBottom(new VBox(refusal, foot));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    Scene scene = new Scene(root, WIDTH_PX, HEIGHT_PX);
    scene.getStylesheets().setAll(owner.getScene().getStylesheets());
    scene.getStylesheets().add(CodeEditor.STYLE);
    if (owner.getScene().getRoot().getStyleClass().contains(Theme.DARK_CLASS)) {
      root.getStyleClass().add(Theme.DARK_CLASS);
    }
    stage.setScene(scene);
    stage.setTitle(title);
    stage.initOwner(owner);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          close();
        });
    stage.show();
    editor.area().requestFocus();
    editor.area().select(TextPos.ZERO);
  }

  private void tell(TextPos caret) {
    if (caret != null) {
      place.setText(messages.text("code.place", caret.index() + 1, caret.offset() + 1));
    }
  }

  private void press(KeyEvent event) {
    boolean isFind = event.isShortcutDown() && event.getCode() == KeyCode.F;
    boolean isTake =
        event.isShortcutDown() && !event.isShiftDown() && event.getCode() == KeyCode.ENTER;
    boolean isEscape = event.getCode() == KeyCode.ESCAPE && !find.isVisible();
    if (isFind) {
      find.open();
    } else if (isTake || isEscape) {
      close();
    } else {
      return;
    }
    event.consume();
  }

  private void close() {
    String why = take.apply(editor.text());
    refusal.setText(why);
    refusal.setVisible(!why.isEmpty());
    if (why.isEmpty()) {
      stage.close();
    }
  }
}

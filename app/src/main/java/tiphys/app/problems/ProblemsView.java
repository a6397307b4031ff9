// SPDX-License-Identifier: Apache-2.0
package tiphys.app.problems;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.fix.Fix;
import tiphys.model.fix.Fixes;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;

/** The problems of one file in order of place; choosing one shows where it is. */
public final class ProblemsView extends StackPane {
  private final Editor editor;
  private final Messages messages;
  private final Consumer<TextRange> goTo;
  private final ListView<Problem> list = new ListView<>();

  /** Over one file. @param goTo shows a place in the text and on the canvas */
  public ProblemsView(Editor editor, Messages messages, Consumer<TextRange> goTo) {
    this.editor = editor;
    this.messages = messages;
    this.goTo = goTo;
    getStyleClass().add("problems-view");
    list.setId("problems-list");
    list.setAccessibleText(messages.text("problems.title"));
    list.setCellFactory(_ -> new RowCell());
    Label none = new Label(messages.text("problems.none"));
    none.getStyleClass().add("panel-empty");
    list.setPlaceholder(none);
    list.setOnMouseClicked(_ -> goToChosen());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && event.isAltDown()) {
            mendChosen();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER) {
            goToChosen();
          }
        });
    getChildren().add(list);
    editor.state().subscribe(this::follow);
  }

  /** Words and fixes are looked for where a row is seen: of thousands, most never are. */
  private void follow(DiagramState state) {
    if (!state.problems().equals(list.getItems())) {
      list.getItems().setAll(state.problems());
    } else {
      list.refresh(); // lines may have moved
    }
  }

  private void goToChosen() {
    Problem chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      chosen.place().ifPresent(goTo);
    }
  }

  private void mendChosen() {
    Problem chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      Fixes.of(editor.state().get(), chosen).stream()
          .findFirst()
          .ifPresent(fix -> editor.apply(fix.command()));
    }
  }

  private Button button(Fix fix) {
    Button button = new Button(messages.fix(fix));
    button.getStyleClass().addAll("small", "problem-fix");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(messages.text("problems.fix-key")));
    button.setOnAction(_ -> editor.apply(fix.command()));
    return button;
  }

  private final class RowCell extends ListCell<Problem> {
    private final Label at = new Label();
    private final Label sentence = new Label();

    RowCell() {
      at.getStyleClass().addAll("mono", "problem-place");
      sentence.setMinWidth(0);
      HBox.setHgrow(sentence, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(@Nullable Problem problem, boolean empty) {
      super.updateItem(problem, empty);
      if (problem == null || empty) {
        setGraphic(null);
        return;
      }
      ProblemRow row = ProblemRow.of(problem, editor.state().get(), messages);
      String severity = row.severity().name().toLowerCase(Locale.ROOT);
      at.setText(row.at());
      sentence.setText(row.sentence());
      HBox line =
          new HBox(
              8,
              new GlyphView(severity, GlyphView.SMALL).styled("severity-" + severity),
              at,
              sentence);
      row.fixes().forEach(fix -> line.getChildren().add(button(fix)));
      line.setAlignment(Pos.CENTER_LEFT);
      setGraphic(line);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.problem.Problem;
import tiphys.model.problem.Severity;

/**
 * The line at the foot: why the last thing was refused, the clusters, the problems, whether it is
 * saved.
 */
final class StatusBar extends HBox {
  private final Messages messages;
  private final Button problems = new Button();
  private final GlyphView clean = new GlyphView("check", 13).styled("phase-succeeded");
  private final GlyphView wrong = new GlyphView("error", 13).styled("severity-error");
  private final GlyphView doubtful = new GlyphView("warning", 13).styled("severity-warning");

  StatusBar(
      ObservableValue<Optional<OpenFile>> shown,
      Messages messages,
      Node connections,
      Runnable showProblems) {
    this.messages = messages;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label refusal = new Label();
    refusal.setId("status-refusal");
    refusal.getStyleClass().add("status-refusal");
    refusal.textProperty().bind(ofShown(shown, file -> file.editor().refusal().map(this::why), ""));
    problems.setId("status-problems");
    problems.getStyleClass().add("status-button");
    problems.setOnAction(_ -> showProblems.run());
    ofShown(shown, file -> file.editor().state().map(state -> state.problems()), List.<Problem>of())
        .subscribe(this::count);
    Label encoding = new Label(messages.text("window.status.encoding"));
    Label saved = new Label();
    saved.setId("status-saved");
    saved.textProperty().bind(ofShown(shown, file -> file.editor().saved().map(this::saved), ""));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(refusal, space, connections, problems, encoding, saved);
  }

  /** A value of the file that is shown, and another where none is. */
  static <T> ObservableValue<T> ofShown(
      ObservableValue<Optional<OpenFile>> shown,
      java.util.function.Function<OpenFile, ObservableValue<T>> value,
      T otherwise) {
    return shown.flatMap(
        file -> file.map(value).orElseGet(() -> new SimpleObjectProperty<>(otherwise)));
  }

  private String why(Optional<Problem> refusal) {
    return refusal.map(messages::problem).orElse("");
  }

  private String saved(boolean isSaved) {
    return messages.text(isSaved ? "window.status.saved" : "window.status.unsaved");
  }

  private void count(List<Problem> all) {
    long errors = all.stream().filter(p -> p.severity() == Severity.ERROR).count();
    problems.setText(
        all.isEmpty()
            ? messages.text("window.status.no-problems")
            : messages.text("window.status.problems", all.size()));
    problems.setGraphic(all.isEmpty() ? clean : errors > 0 ? wrong : doubtful);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.exporter.cluster.ArtifactPlace.Side;
import tiphys.exporter.local.ArtifactContent;
import tiphys.exporter.local.ArtifactLook;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.run.NodeStatus;

/**
 * One artifact of a node: where it is kept, and what it holds. What lies on this computer is looked
 * at at once; what a cluster keeps when somebody asks for it, since it costs.
 */
final class ArtifactBlock extends VBox {
  private static final double WIDEST = 480;

  private final LiveRun run;
  private final Which which;
  private final Background background;
  private final RunQuestions questions;
  private final Messages messages;
  private final VBox seen = new VBox(3);
  private final Label said = hint("");

  /** Which artifact, and where its status says that it is kept. */
  record Which(NodeStatus node, Side side, String name, String key) {}

  /** What looking brought. */
  private record Look(ArtifactContent content, long bytes) {}

  /**
   * @param background for what the run asks to be done elsewhere than on the window's thread
   */
  ArtifactBlock(
      LiveRun run, Which which, Background background, RunQuestions questions, Messages messages) {
    super(3);
    this.run = run;
    this.which = which;
    this.background = background;
    this.questions = questions;
    this.messages = messages;
    getStyleClass().add("fact-artifact");
    said.managedProperty().bind(said.textProperty().map(text -> !text.isEmpty()));
    getChildren().addAll(FactRow.of(which.name(), which.key()), seen);
    if (run.place().isEmpty()) {
      run.lying(which.key())
          .ifPresent(
              file -> {
                getChildren().addAll(new HBox(6, save(), show(file)), said);
                look();
              });
    } else {
      getChildren().addAll(new HBox(6, button("preview-artifact", this::look), save()), said);
    }
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.text("runs." + key));
    button.setId(key + "-" + which.name());
    button.setAccessibleText(messages.text("runs." + key) + " " + which.name());
    button.getStyleClass().add("small");
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void look() {
    fetch(
        () ->
            run.artifact(which.node(), which.side(), which.name(), ArtifactLook.LARGEST)
                .then(file -> Outcome.done(new Look(ArtifactLook.at(file), size(file)))),
        this::show);
  }

  private <T> void fetch(Supplier<T> work, Consumer<T> then) {
    said.setText(messages.text("runs.artifact-fetching"));
    background.run(
        Background.Told.of("runs.waiting-artifact", which.name()),
        work,
        then,
        () -> said.setText(messages.text("runs.artifact-stopped")));
  }

  private static long size(Path file) {
    return Files.isRegularFile(file) ? file.toFile().length() : -1;
  }

  private void show(Outcome<Look> outcome) {
    switch (outcome) {
      case Outcome.Refused<Look>(Problem why) -> refuse(why);
      case Outcome.Done<Look>(Look look) -> {
        said.setText("");
        seen.getChildren().setAll(content(look.content()));
        if (look.bytes() >= 0) {
          seen.getChildren().add(hint(messages.text("runs.artifact-size", bytes(look.bytes()))));
        }
      }
    }
  }

  private Node content(ArtifactContent content) {
    return switch (content) {
      case ArtifactContent.Text(String text) -> text(text.stripTrailing());
      case ArtifactContent.Folder folder -> text(String.join("\n", folder.names()));
      case ArtifactContent.Picture picture -> picture(picture.bytes());
      case ArtifactContent.Unseen _ -> hint(messages.text("runs.artifact-unseen"));
    };
  }

  private Node text(String text) {
    Node value = FactRow.value(text);
    value.setId("artifact-" + which.name());
    value.setAccessibleText(messages.text("runs.artifact-text", which.name()));
    return value;
  }

  private Node picture(byte[] bytes) {
    Image image = new Image(new ByteArrayInputStream(bytes));
    if (image.isError()) {
      return hint(messages.text("runs.artifact-unseen"));
    }
    ImageView view = new ImageView(image);
    view.setId("artifact-" + which.name());
    view.setPreserveRatio(true);
    view.setFitWidth(Math.min(WIDEST, image.getWidth()));
    view.setAccessibleText(messages.text("runs.artifact-text", which.name()));
    return view;
  }

  private Button save() {
    return button(
        "save-artifact", () -> questions.toSaveArtifactTo(lastName()).ifPresent(this::save));
  }

  private String lastName() {
    String last = which.key().replaceAll("/+$", "").replaceAll(".*[/\\\\]", "");
    return last.isEmpty() ? which.name() : last;
  }

  private void save(Path target) {
    fetch(
        () -> run.saveArtifact(which.node(), which.side(), which.name(), target),
        outcome -> {
          switch (outcome) {
            case Outcome.Refused<Path>(Problem why) -> refuse(why);
            case Outcome.Done<Path>(Path saved) ->
                said.setText(messages.text("runs.artifact-saved", saved.toString()));
          }
        });
  }

  private Button show(Path file) {
    Button show =
        button("show-artifact", () -> background.run(() -> ArtifactFiles.reveal(file), _ -> {}));
    show.setDisable(!ArtifactFiles.canReveal());
    return show;
  }

  private void refuse(Problem why) {
    said.setText("");
    Label label = new Label(messages.problem(why));
    label.setId("artifact-refusal");
    label.setWrapText(true);
    label.getStyleClass().add("field-refusal");
    seen.getChildren().setAll(label);
  }

  private static Label hint(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("field-hint");
    return label;
  }

  private String bytes(long count) {
    return count < 1024
        ? messages.text("runs.bytes", count)
        : count < 1024 * 1024
            ? messages.text("runs.kilobytes", count / 1024.0)
            : messages.text("runs.megabytes", count / 1024.0 / 1024);
  }
}

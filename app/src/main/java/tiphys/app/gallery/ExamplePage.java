// SPDX-License-Identifier: Apache-2.0
package tiphys.app.gallery;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tiphys.app.code.CodeLanguage;
import tiphys.app.code.CodeLine;
import tiphys.app.code.CodeListing;
import tiphys.app.concurrent.Background;
import tiphys.app.export.FileExports;
import tiphys.app.files.Example;
import tiphys.app.message.Messages;
import tiphys.exporter.hera.HeraCode;
import tiphys.exporter.hera.HeraStyle;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;

/** Everything of one example: what it teaches, its picture, its YAML and its Python. */
final class ExamplePage extends BorderPane {
  private static final double PAPER_PADDING = 16;

  /** Pixels of a picture for each pixel of the page, so that it is sharp on fine screens. */
  private static final double SCALE = 2;

  private final Messages messages;
  private final Background.Newest writing;
  private final Label title = new Label();
  private final Label teaches = new Label();
  private final ImageView picture = new ImageView();
  private final StackPane paper = new StackPane(picture);
  private final CodeListing yaml;
  private final CodeListing python;
  private Optional<Example> shown = Optional.empty();

  private record Texts(List<CodeLine> yaml, List<CodeLine> python) {}

  ExamplePage(Background background, Messages messages, Consumer<Example> open) {
    this.messages = messages;
    this.writing = background.newest();
    this.yaml = new CodeListing(messages.text("gallery.yaml"), _ -> {});
    this.python = new CodeListing(messages.text("gallery.hera"), _ -> {});
    getStyleClass().add("example-page");
    title.setId("gallery-title");
    title.getStyleClass().add("gallery-title");
    teaches.setId("gallery-teaches");
    teaches.setWrapText(true);
    Button begin = new Button(messages.text("gallery.open"));
    begin.setId("gallery-open");
    begin.getStyleClass().add("accent");
    begin.setMinWidth(Region.USE_PREF_SIZE);
    begin.setOnAction(_ -> shown.ifPresent(open));
    VBox words = new VBox(4, title, teaches);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox head = new HBox(16, words, begin);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("gallery-head");
    setTop(head);
    setCenter(parts());
  }

  private SplitPane parts() {
    picture.setId("gallery-picture");
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    paper.getStyleClass().add("gallery-paper");
    paper.setMinSize(0, 60);
    paper.widthProperty().subscribe(_ -> fit());
    paper.heightProperty().subscribe(_ -> fit());
    TabPane texts =
        new TabPane(
            new Tab(messages.text("gallery.yaml"), yaml),
            new Tab(messages.text("gallery.hera"), python));
    texts.setId("gallery-texts");
    texts.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    SplitPane parts = new SplitPane(paper, texts);
    parts.setOrientation(Orientation.VERTICAL);
    parts.setDividerPositions(0.52);
    return parts;
  }

  /** Shows another example; its picture comes when it is drawn. */
  void show(Example example) {
    shown = Optional.of(example);
    title.setText(messages.text("gallery.title." + example.key()));
    teaches.setText(messages.text("gallery.teaches." + example.key()));
    writing.run(
        () -> {
          DiagramState state = DiagramState.of(example.text(), Positions.NONE);
          String code =
              FileExports.hera(state, HeraStyle.PLAIN).result().map(HeraCode::text).orElse("");
          return new Texts(
              CodeLine.of(state.text().toString(), CodeLanguage.YAML),
              CodeLine.of(code, CodeLanguage.PYTHON));
        },
        texts -> {
          yaml.show(texts.yaml());
          yaml.scrollTo(0);
          python.show(texts.python());
          python.scrollTo(0);
        });
  }

  /** Shows a picture. @param drawn none, as long as it is not drawn */
  void show(Optional<Image> drawn) {
    picture.setImage(drawn.orElse(null));
    picture.setAccessibleText(title.getText());
    fit();
  }

  /** As large as there is room, never larger than on the canvas. */
  private void fit() {
    Image image = picture.getImage();
    if (image != null) {
      double width = Math.max(1, paper.getWidth() - 2 * PAPER_PADDING);
      double height = Math.max(1, paper.getHeight() - 2 * PAPER_PADDING);
      picture.setFitWidth(Math.min(width, image.getWidth() / SCALE));
      picture.setFitHeight(Math.min(height, image.getHeight() / SCALE));
    }
  }
}

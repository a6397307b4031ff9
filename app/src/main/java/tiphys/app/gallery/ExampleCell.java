// SPDX-License-Identifier: Apache-2.0
package tiphys.app.gallery;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.files.Example;
import tiphys.app.message.Messages;

/** One example in the list: a small picture, its name and where it runs. */
final class ExampleCell extends ListCell<Example> {
  private static final double WIDTH = 92;
  private static final double HEIGHT = 58;

  private final ExamplePictures pictures;
  private final Messages messages;
  private final ImageView picture = new ImageView();
  private final Label name = new Label();
  private final Label where = new Label();
  private final HBox row;

  ExampleCell(ExamplePictures pictures, Messages messages, Consumer<Example> open) {
    this.pictures = pictures;
    this.messages = messages;
    picture.setPreserveRatio(true);
    picture.setFitWidth(WIDTH);
    picture.setFitHeight(HEIGHT);
    picture.setSmooth(true);
    StackPane paper = new StackPane(picture);
    paper.getStyleClass().add("gallery-thumbnail");
    paper.setMinSize(WIDTH + 12, HEIGHT + 12);
    name.getStyleClass().add("gallery-name");
    name.setWrapText(true);
    name.setMinWidth(0);
    where.getStyleClass().add("panel-subtitle");
    VBox words = new VBox(3, name, where);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(10, paper, words);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          Example example = getItem();
          boolean isDouble = event.getClickCount() == 2;
          if (example != null && isDouble && event.getButton() == MouseButton.PRIMARY) {
            open.accept(example);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Example example, boolean isEmpty) {
    super.updateItem(example, isEmpty);
    if (example == null || isEmpty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    picture.setImage(pictures.within(example, WIDTH, HEIGHT).orElse(null));
    name.setText(messages.text("gallery.title." + example.key()));
    where.setText(messages.text(example.runsHere() ? "gallery.here" : "gallery.on-cluster"));
    setAccessibleText(name.getText() + ", " + where.getText());
    setGraphic(row);
  }
}

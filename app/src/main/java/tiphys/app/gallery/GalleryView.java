// SPDX-License-Identifier: Apache-2.0
package tiphys.app.gallery;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import tiphys.app.concurrent.Background;
import tiphys.app.files.Example;
import tiphys.app.message.Messages;
import tiphys.app.theme.Look;

/** The list of the examples, and everything of the one that is chosen. */
final class GalleryView extends SplitPane {
  static final String STYLE =
      Objects.requireNonNull(GalleryView.class.getResource("gallery.css")).toExternalForm();
  private static final double LIST_WIDTH = 330;

  private final ListView<Example> list =
      new ListView<>(FXCollections.observableArrayList(Example.values()));
  private final ExamplePage page;
  private final ExamplePictures pictures;

  /**
   * @param open is given the example that the user wants
   */
  GalleryView(
      ObservableValue<Look> look,
      ExamplePictures pictures,
      Background background,
      Messages messages,
      Consumer<Example> open) {
    this.pictures = pictures;
    this.page = new ExamplePage(background, messages, open);
    setId("gallery");
    getStyleClass().add("gallery");
    getStylesheets()
        .add(Objects.requireNonNull(GalleryView.class.getResource("gallery.css")).toExternalForm());
    list.setId("gallery-list");
    list.setAccessibleText(messages.text("gallery.heading"));
    list.setPrefWidth(LIST_WIDTH);
    list.setMinWidth(200);
    list.setCellFactory(_ -> new ExampleCell(pictures, messages, open));
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          Example chosen = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            open.accept(chosen);
            event.consume();
          }
        });
    getItems().addAll(list, page);
    setDividerPositions(0.33);
    SplitPane.setResizableWithParent(list, false);
    list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    list.getSelectionModel().selectFirst();
    pictures.follow(look, this, this::takePictures);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Platform.runLater(list::requestFocus);
              }
            });
  }

  private void choose(@Nullable Example example) {
    if (example != null) {
      page.show(example);
      page.show(pictures.whole(example));
    }
  }

  private void takePictures() {
    list.refresh();
    choose(list.getSelectionModel().getSelectedItem());
  }
}

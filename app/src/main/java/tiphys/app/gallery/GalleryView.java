// SPDX-License-Identifier: Apache-2.0
package tiphys.app.gallery;

import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import tiphys.app.concurrent.Background;
import tiphys.app.export.FileExports;
import tiphys.app.files.Example;
import tiphys.app.message.Messages;
import tiphys.app.theme.Look;
import tiphys.app.theme.WhileShown;
import tiphys.exporter.picture.Palette;

/** The list of the examples, and everything of the one that is chosen. */
final class GalleryView extends SplitPane {
  private static final double LIST_WIDTH = 330;

  private final ListView<Example> list =
      new ListView<>(FXCollections.observableArrayList(Example.values()));
  private final ExamplePage page;
  private final Background.Newest drawing;
  private final Map<Example, Image> pictures = new EnumMap<>(Example.class);
  private final Map<Example, Image> thumbnails = new EnumMap<>(Example.class);

  /**
   * @param open is given the example that the user wants
   */
  GalleryView(
      ObservableValue<Look> look,
      Background background,
      Messages messages,
      Consumer<Example> open) {
    this.drawing = background.newest();
    this.page = new ExamplePage(background, messages, open);
    setId("gallery");
    getStyleClass().add("gallery");
    getStylesheets()
        .add(Objects.requireNonNull(GalleryView.class.getResource("gallery.css")).toExternalForm());
    list.setId("gallery-list");
    list.setAccessibleText(messages.text("gallery.heading"));
    list.setPrefWidth(LIST_WIDTH);
    list.setMinWidth(200);
    list.setCellFactory(_ -> new ExampleCell(thumbnails, messages, open));
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
    WhileShown.of(look, this).subscribe(shown -> draw(shown.palette()));
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Platform.runLater(list::requestFocus);
              }
            });
  }

  private void choose(Example example) {
    if (example != null) {
      page.show(example);
      page.show(pictures.get(example));
    }
  }

  private void draw(Palette palette) {
    drawing.run(
        () -> {
          Map<Example, byte[]> drawn = new EnumMap<>(Example.class);
          for (Example example : Example.values()) {
            drawn.put(example, FileExports.firstPicture(example.text(), palette));
          }
          return drawn;
        },
        this::take);
  }

  private void take(Map<Example, byte[]> drawn) {
    drawn.forEach(
        (example, png) -> {
          pictures.put(example, new Image(new ByteArrayInputStream(png)));
          thumbnails.put(example, ExampleCell.thumbnail(png));
        });
    list.refresh();
    choose(list.getSelectionModel().getSelectedItem());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.io.ByteArrayInputStream;
import javafx.application.Platform;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import tiphys.app.concurrent.Background;
import tiphys.app.export.FileExports;
import tiphys.app.files.Example;
import tiphys.exporter.picture.Palette;

/** The picture of an example, drawn when somebody stays on its name for the first time. */
final class ExampleTip extends Tooltip {
  private static final double WIDTH = 320;
  private static final double HEIGHT = 240;

  private final ImageView picture = new ImageView();

  /** Of an example. @param sentence what it teaches, for those who do not see the picture */
  ExampleTip(Example example, String sentence) {
    super(sentence);
    getStyleClass().add("example-tip");
    setContentDisplay(ContentDisplay.BOTTOM);
    setShowDelay(Duration.millis(250));
    setShowDuration(Duration.INDEFINITE);
    picture.setPreserveRatio(true);
    picture.setFitWidth(WIDTH);
    picture.setFitHeight(HEIGHT);
    StackPane paper = new StackPane(picture);
    paper.getStyleClass().add("example-picture");
    setGraphic(paper);
    Background drawing =
        new Background(work -> Thread.ofVirtual().name("example").start(work), Platform::runLater);
    Background.Newest newest = drawing.newest();
    setOnShowing(
        _ -> {
          if (picture.getImage() == null) {
            newest.run(() -> FileExports.firstPicture(example.text(), Palette.LIGHT), this::show);
          }
        });
  }

  private void show(byte[] png) {
    picture.setImage(new Image(new ByteArrayInputStream(png)));
    sizeToScene();
  }
}

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
import tiphys.exporter.picture.PictureStyle;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;

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
            newest.run(() -> png(example), this::show);
          }
        });
  }

  private void show(byte[] png) {
    picture.setImage(new Image(new ByteArrayInputStream(png)));
    sizeToScene();
  }

  private static byte[] png(Example example) {
    DiagramState state = DiagramState.of(example.text(), Positions.NONE);
    Scope scope = Scopes.first(state.workflow(), 0);
    return FileExports.picture(state, scope, "png", PictureStyle.plain(Palette.of(false, false)));
  }
}

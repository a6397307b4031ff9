// SPDX-License-Identifier: Apache-2.0
package tiphys.app.gallery;

import java.util.function.Consumer;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.stage.Stage;
import tiphys.app.concurrent.Background;
import tiphys.app.files.Example;
import tiphys.app.message.Messages;
import tiphys.app.theme.SideWindow;
import tiphys.app.theme.Theme;

/** The window of the examples; one for each window of the program. */
public final class GalleryWindow {
  private static final Dimension2D SIZE = new Dimension2D(1020, 700);
  private static final Dimension2D LEAST = new Dimension2D(680, 420);

  private final SideWindow window;
  private final Theme theme;
  private final Background background;
  private final ExamplePictures pictures;

  public GalleryWindow(Stage owner, Theme theme, Background background) {
    this.window = new SideWindow(owner, theme);
    this.theme = theme;
    this.background = background;
    this.pictures = new ExamplePictures(background);
  }

  /** Some of the examples in a row, for a place where something is begun. */
  public Node cards(Consumer<Example> open, Messages messages) {
    return new ExampleCards(theme.look(), pictures, messages, open);
  }

  /** Opens it, or brings it to the front. @param open is given what is to be opened */
  public void show(Consumer<Example> open, Messages messages) {
    window.show(
        messages.text("gallery.heading"),
        SIZE,
        LEAST,
        stage ->
            new GalleryView(
                theme.look(),
                pictures,
                background,
                messages,
                example -> {
                  stage.close();
                  open.accept(example);
                }));
  }
}

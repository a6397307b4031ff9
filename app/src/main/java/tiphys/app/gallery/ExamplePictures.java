// SPDX-License-Identifier: Apache-2.0
package tiphys.app.gallery;

import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.image.Image;
import tiphys.app.concurrent.Background;
import tiphys.app.export.FileExports;
import tiphys.app.files.Example;
import tiphys.app.theme.Look;
import tiphys.app.theme.WhileShown;
import tiphys.exporter.picture.Palette;

/** Pictures of examples in the colours of the window, drawn beside its thread. */
final class ExamplePictures {
  private final List<Example> examples;
  private final Background.Newest drawing;
  private Map<Example, byte[]> drawn = Map.of();

  /** Of none yet. */
  ExamplePictures(List<Example> examples, Background background) {
    this.examples = examples;
    this.drawing = background.newest();
  }

  /** Draws them for as long as a view is shown, again whenever the look is another. */
  void follow(ObservableValue<Look> look, Node view, Runnable ready) {
    WhileShown.of(look, view).subscribe(shown -> draw(shown.palette(), ready));
  }

  private void draw(Palette palette, Runnable ready) {
    drawing.run(
        () -> {
          Map<Example, byte[]> next = new EnumMap<>(Example.class);
          examples.forEach(
              example -> next.put(example, FileExports.firstPicture(example.text(), palette)));
          return next;
        },
        next -> {
          drawn = next;
          ready.run();
        });
  }

  /** A picture in its own size. */
  Optional<Image> whole(Example example) {
    return png(example).map(Image::new);
  }

  /**
   * A picture made as small as it is shown, with twice the pixels for fine screens: what is made
   * smaller at each painting loses its thin lines.
   */
  Optional<Image> within(Example example, double width, double height) {
    return png(example).map(in -> new Image(in, 2 * width, 2 * height, true, true));
  }

  private Optional<ByteArrayInputStream> png(Example example) {
    return Optional.ofNullable(drawn.get(example)).map(ByteArrayInputStream::new);
  }
}

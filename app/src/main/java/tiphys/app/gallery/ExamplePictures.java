// SPDX-License-Identifier: Apache-2.0
package tiphys.app.gallery;

import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.image.Image;
import tiphys.app.concurrent.Background;
import tiphys.app.export.FileExports;
import tiphys.app.files.Example;
import tiphys.app.theme.Look;
import tiphys.app.theme.WhileShown;
import tiphys.exporter.picture.Palette;

/**
 * Pictures of the examples in the colours of the window, drawn beside its thread: once for a look,
 * however many views show them.
 */
final class ExamplePictures {
  /** How large a picture on a card is shown. */
  static final double CARD_WIDTH = 124;

  static final double CARD_HEIGHT = 84;

  private final Background.Newest drawing;
  private final ReadOnlyObjectWrapper<Map<Example, Drawn>> drawn =
      new ReadOnlyObjectWrapper<>(Map.of());
  private Optional<Palette> asked = Optional.empty();

  @SuppressWarnings("ArrayRecordComponent")
  private record Drawn(byte[] png, Image card) {
    static Drawn of(Example example, Palette palette) {
      byte[] png = FileExports.firstPicture(example.text(), palette);
      return new Drawn(png, small(png, CARD_WIDTH, CARD_HEIGHT));
    }
  }

  /** Of none yet. */
  ExamplePictures(Background background) {
    this.drawing = background.newest();
  }

  /** Has them drawn while a view is shown. @param ready runs whenever there are others */
  void follow(ObservableValue<Look> look, Node view, Runnable ready) {
    WhileShown.of(look, view).subscribe(shown -> draw(shown.palette()));
    WhileShown.of(drawn, view).subscribe(_ -> ready.run());
  }

  private void draw(Palette palette) {
    if (asked.filter(palette::equals).isPresent()) {
      return;
    }
    asked = Optional.of(palette);
    drawing.run(
        () -> {
          Map<Example, Drawn> next = new EnumMap<>(Example.class);
          for (Example example : Example.values()) {
            next.put(example, Drawn.of(example, palette));
          }
          return next;
        },
        drawn::set);
  }

  /** A picture in its own size. */
  Optional<Image> whole(Example example) {
    return of(example).map(known -> new Image(new ByteArrayInputStream(known.png())));
  }

  /** A picture for a card. */
  Optional<Image> onCard(Example example) {
    return of(example).map(Drawn::card);
  }

  /** A picture that is shown within some size. */
  Optional<Image> within(Example example, double width, double height) {
    return of(example).map(known -> small(known.png(), width, height));
  }

  /**
   * Made as small as it is shown, with twice the pixels for fine screens: what is made smaller at
   * each painting loses its thin lines.
   */
  private static Image small(byte[] png, double width, double height) {
    return new Image(new ByteArrayInputStream(png), 2 * width, 2 * height, true, true);
  }

  private Optional<Drawn> of(Example example) {
    return Optional.ofNullable(drawn.get().get(example));
  }
}

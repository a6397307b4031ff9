// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.model.layout.Box;

/**
 * The picture of a frame in tiles that are kept: a pan moves them and paints only what it lays
 * bare, and a change paints only where it shows. A ring around the view is painted ahead, one tile
 * a pulse, so that a pan finds it there.
 */
final class Tiles extends Region {
  private static final Frame NOTHING = Frame.nothing(Viewport.HOME);

  /** A zoom that has not gone on for so long is over. */
  private static final Duration REST = Duration.millis(90);

  /** What tiles of another scale may take to be painted at once, in nanoseconds. */
  private static final long AT_ONCE = 9_000_000;

  /** What a pulse may take for them else. */
  private static final long PULSE = 5_000_000;

  private static final double SMOOTHED = 8;

  /** A tile's place, counted from where the canvas has its origin. */
  private record Spot(int column, int row) {
    /** Where the canvas lies under the tile. */
    Viewport viewport(double scale) {
      return new Viewport(scale, -column * (double) Tile.SIZE, -row * (double) Tile.SIZE);
    }
  }

  private final Group sheet = new Group();
  private final Map<Spot, Tile> painted = new HashMap<>();
  private final Deque<Tile> spare = new ArrayDeque<>();
  private final Tile whole = Tile.blank();
  private final PauseTransition rest = new PauseTransition(REST);
  private Optional<CanvasPainter> painter = Optional.empty();
  private Optional<CanvasPainter.Manner> manner = Optional.empty();
  private Frame shown = NOTHING;

  /** What a tile took of late, in nanoseconds. */
  private double tileTime;

  Tiles() {
    setManaged(false);
    setPickOnBounds(true);
    sheet.setManaged(false);
    sheet.setMouseTransparent(true);
    whole.canvas().setMouseTransparent(true);
    whole.canvas().setVisible(false);
    getChildren().addAll(sheet, whole.canvas());
    rest.setOnFinished(_ -> getParent().requestLayout());
  }

  /** From now on paints in another way. */
  void paintWith(CanvasPainter other) {
    painter = Optional.of(other);
    forgetAll();
  }

  /** Whether what is in sight is painted finely; where it is not, the next pulses go on. */
  boolean isFine() {
    return !whole.canvas().isVisible();
  }

  /** Shows a frame. Whether there is nothing left to paint ahead. */
  @SuppressWarnings("ReferenceEquality") // a frame that changed is another one
  boolean show(Frame frame) {
    CanvasPainter.Manner next = CanvasPainter.Manner.of(frame, getWidth(), getHeight());
    boolean isZoom = frame.viewport().scale() != shown.viewport().scale();
    // what goes on and on is not worth to be painted finely
    boolean isMoving = isZoom && rest.getStatus() == Animation.Status.RUNNING;
    if (isZoom) {
      rest.playFromStart();
    }
    if (isZoom || manner.filter(next::equals).isEmpty()) {
      forgetAll();
    } else {
      Changes.between(shown, frame).ifPresentOrElse(this::forget, this::forgetAll);
    }
    manner = Optional.of(next);
    boolean isOther = frame != shown;
    shown = frame;
    if (isMoving) {
      whole.canvas().setVisible(true);
      paintWhole();
      return true;
    }
    return isZoom || whole.canvas().isVisible() ? paintBehind(isOther) : paintMissing();
  }

  /**
   * Paints the tiles of another scale: at once where that takes no longer than a frame may, else
   * some in each pulse, behind a coarse picture.
   */
  private boolean paintBehind(boolean isOther) {
    place();
    forgetFar();
    List<Spot> missing = missing();
    if (missing.size() * tileTime <= AT_ONCE) {
      whole.canvas().setVisible(false);
      return paintMissing();
    }
    if (isOther) {
      paintWhole();
    }
    whole.canvas().setVisible(true);
    long begun = System.nanoTime();
    for (Spot spot : missing) {
      if (System.nanoTime() - begun > PULSE) {
        break;
      }
      paint(spot);
    }
    return false;
  }

  /** Without tiles: on one canvas everything is painted only once. */
  private void paintWhole() {
    whole.canvas().setWidth(getWidth());
    whole.canvas().setHeight(getHeight());
    painter.orElseThrow().paint(whole, shown, shown.viewport(), manner.orElseThrow().moving());
  }

  private boolean paintMissing() {
    place();
    forgetFar();
    missing().forEach(this::paint);
    List<Spot> ahead = missing(1);
    if (!ahead.isEmpty()) {
      paint(ahead.getFirst());
    }
    return ahead.size() <= 1;
  }

  private void place() {
    // whole pixels: a picture that is moved by a part of one has to be computed anew
    sheet.setLayoutX(snapPositionX(shown.viewport().offsetX()));
    sheet.setLayoutY(snapPositionY(shown.viewport().offsetY()));
  }

  /** What is in sight and not painted. */
  private List<Spot> missing() {
    return missing(0);
  }

  /** The same with a ring around it. */
  private List<Spot> missing(int ring) {
    Spot first = first(ring);
    Spot last = last(ring);
    List<Spot> spots = new ArrayList<>();
    for (int column = first.column(); column <= last.column(); column++) {
      for (int row = first.row(); row <= last.row(); row++) {
        Spot spot = new Spot(column, row);
        if (!painted.containsKey(spot)) {
          spots.add(spot);
        }
      }
    }
    return spots;
  }

  private Spot first(int ring) {
    return new Spot(spot(-sheet.getLayoutX()) - ring, spot(-sheet.getLayoutY()) - ring);
  }

  private Spot last(int ring) {
    return new Spot(
        spot(-sheet.getLayoutX() + getWidth() - 1) + ring,
        spot(-sheet.getLayoutY() + getHeight() - 1) + ring);
  }

  private void forgetFar() {
    Spot first = first(1);
    Spot last = last(1);
    painted.keySet().stream()
        .filter(
            spot ->
                spot.column() < first.column()
                    || spot.column() > last.column()
                    || spot.row() < first.row()
                    || spot.row() > last.row())
        .toList()
        .forEach(this::forget);
  }

  private void paint(Spot spot) {
    long begun = System.nanoTime();
    Tile tile = spare.poll();
    if (tile == null) {
      tile = Tile.blank();
      sheet.getChildren().add(tile.canvas());
    }
    tile.canvas().setLayoutX(spot.column() * (double) Tile.SIZE);
    tile.canvas().setLayoutY(spot.row() * (double) Tile.SIZE);
    tile.canvas().setVisible(true);
    painted.put(spot, tile);
    painter
        .orElseThrow()
        .paint(tile, shown, spot.viewport(shown.viewport().scale()), manner.orElseThrow());
    tileTime += (System.nanoTime() - begun - tileTime) / SMOOTHED;
  }

  private void forgetAll() {
    List.copyOf(painted.keySet()).forEach(this::forget);
  }

  private void forget(List<Box> changed) {
    if (!changed.isEmpty()) {
      double scale = shown.viewport().scale();
      List.copyOf(painted.keySet()).stream()
          .filter(
              spot -> {
                Box visible = spot.viewport(scale).visible(Tile.SIZE, Tile.SIZE);
                return changed.stream().anyMatch(visible::intersects);
              })
          .forEach(this::forget);
    }
  }

  private void forget(Spot spot) {
    Tile tile = painted.remove(spot);
    if (tile != null) {
      tile.canvas().setVisible(false);
      spare.add(tile);
    }
  }

  private static int spot(double at) {
    return (int) Math.floor(at / Tile.SIZE);
  }
}

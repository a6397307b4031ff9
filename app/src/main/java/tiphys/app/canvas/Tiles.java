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
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.exporter.picture.Palette;
import tiphys.model.difference.ScopeDifference;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;

/**
 * The picture of a frame in tiles that are kept: a pan moves them and paints only what it lays
 * bare, and a change paints only where it shows. A ring around the view is painted ahead, one tile
 * a pulse, so that a pan finds it there. While a zoom goes on, and until the tiles of the new scale
 * are there, a coarse picture stands over them.
 */
final class Tiles extends Region {
  private static final Frame NOTHING = Frame.nothing(Viewport.HOME);

  /** A zoom that has not gone on for so long is over. */
  private static final Duration REST = Duration.millis(90);

  /** Where so much of a tile changes, it is painted as a whole. */
  private static final double MOST_CHANGED = 0.6;

  /** A tile's place, counted from where the canvas has its origin. */
  private record Spot(int column, int row) {
    /** Where the canvas lies under the tile. */
    Viewport viewport(double scale) {
      return new Viewport(scale, -column * (double) Tile.SIZE, -row * (double) Tile.SIZE);
    }
  }

  private final Group sheet = new Group();
  private final Map<Spot, Tile> painted = new HashMap<>();
  private final Map<Spot, Box> changed = new HashMap<>();
  private final Deque<Tile> spare = new ArrayDeque<>();
  private final ImageView coarse = new ImageView();
  private final PauseTransition rest = new PauseTransition(REST);
  private final TilePace pace = new TilePace();
  private final RasterPen quickPen = new RasterPen();
  private Optional<CanvasPen> finePen = Optional.empty();
  private Optional<CanvasPainter> fine = Optional.empty();
  private Optional<CanvasPainter> quick = Optional.empty();
  private Optional<CanvasPainter.Manner> manner = Optional.empty();
  private Frame shown = NOTHING;

  Tiles() {
    setManaged(false);
    setPickOnBounds(true);
    sheet.setManaged(false);
    sheet.setMouseTransparent(true);
    coarse.setManaged(false);
    coarse.getStyleClass().add("coarse-picture");
    coarse.setMouseTransparent(true);
    coarse.setVisible(false);
    getChildren().addAll(sheet, coarse);
    rest.setOnFinished(_ -> getParent().requestLayout());
  }

  /**
   * From now on paints in another way.
   *
   * @param changes from an earlier version, where there is one to compare with
   */
  void dress(CanvasFonts fonts, Palette palette, Optional<ScopeDifference> changes) {
    CanvasPen pen = new CanvasPen(fonts);
    finePen = Optional.of(pen);
    fine = Optional.of(new CanvasPainter(pen, fonts, palette, changes));
    quick = Optional.of(new CanvasPainter(quickPen, fonts, palette, changes));
    forgetAll();
  }

  /** Whether what is in sight is painted finely; where it is not, the next pulses go on. */
  boolean isFine() {
    return !coarse.isVisible();
  }

  /** Shows a frame. Whether there is nothing left to paint before the next change. */
  @SuppressWarnings("ReferenceEquality") // a frame that changed is another one
  boolean show(Frame frame) {
    CanvasPainter.Manner next = CanvasPainter.Manner.of(frame, getWidth(), getHeight());
    boolean isZoom = frame.viewport().scale() != shown.viewport().scale();
    if (isZoom) {
      rest.playFromStart();
    }
    boolean isAnew = isZoom || manner.filter(next::equals).isEmpty();
    Optional<List<Box>> changes = isAnew ? Optional.empty() : Changes.between(shown, frame);
    manner = Optional.of(next);
    boolean isOther = frame != shown;
    boolean isElsewhere = !frame.viewport().equals(shown.viewport());
    shown = frame;
    place();
    changes.ifPresentOrElse(this::forget, this::forgetAll);
    forgetFar();
    boolean isBehind = isZoom || coarse.isVisible() || isElsewhere && isMostMissing();
    return isBehind ? paintBehind(isOther) : paintMissing();
  }

  /** Whether the view leapt. */
  private boolean isMostMissing() {
    Spot first = first(0);
    Spot last = last(0);
    int all = (last.column() - first.column() + 1) * (last.row() - first.row() + 1);
    return missing(0).size() > all / 2;
  }

  /**
   * Paints the tiles of another scale: at once where they are few, else behind a coarse picture,
   * some in each pulse once the zoom is over.
   */
  private boolean paintBehind(boolean isOther) {
    List<Spot> missing = missing(0);
    if (missing.size() <= pace.tiles()) {
      coarse.setVisible(false);
      return paintMissing();
    }
    if (isOther || !coarse.isVisible()) {
      paintCoarsely();
    }
    if (rest.getStatus() == Animation.Status.RUNNING) {
      pace.pause();
      return true; // its end asks for the next picture
    }
    pace.begin();
    missing.subList(0, pace.tiles()).forEach(this::paint);
    return false;
  }

  private void paintCoarsely() {
    quickPen.resize(getWidth(), getHeight());
    Box visible = shown.viewport().visible(getWidth(), getHeight());
    quick.orElseThrow().paint(shown, shown.viewport(), visible, manner.orElseThrow().moving());
    coarse.setImage(quickPen.raster().image());
    coarse.setVisible(true);
  }

  private boolean paintMissing() {
    missing(0).forEach(this::paint);
    List.copyOf(changed.keySet()).forEach(this::mend);
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

  /** What is not painted of what is in sight. @param ring how many tiles around it count too */
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

  private boolean isWithin(Spot spot, int ring) {
    Spot first = first(ring);
    Spot last = last(ring);
    return spot.column() >= first.column()
        && spot.column() <= last.column()
        && spot.row() >= first.row()
        && spot.row() <= last.row();
  }

  private void forgetFar() {
    painted.keySet().stream().filter(spot -> !isWithin(spot, 1)).toList().forEach(this::forget);
  }

  private void paint(Spot spot) {
    Tile tile = spare.poll();
    if (tile == null) {
      tile = Tile.blank();
      sheet.getChildren().add(tile.canvas());
    }
    tile.canvas().setLayoutX(spot.column() * (double) Tile.SIZE);
    tile.canvas().setLayoutY(spot.row() * (double) Tile.SIZE);
    tile.canvas().setVisible(true);
    painted.put(spot, tile);
    paint(spot, tile, Tile.ALL);
  }

  /** Paints again where something changed. */
  private void mend(Spot spot) {
    Box part = changed.remove(spot);
    Tile tile = painted.get(spot);
    if (part != null && tile != null) {
      paint(spot, tile, part);
    }
  }

  private void paint(Spot spot, Tile tile, Box part) {
    Viewport viewport = spot.viewport(shown.viewport().scale());
    Point corner = viewport.toCanvas(new Point2D(part.x(), part.y()));
    double scale = viewport.scale();
    Box visible = new Box(corner.x(), corner.y(), part.width() / scale, part.height() / scale);
    finePen
        .orElseThrow()
        .on(
            tile,
            part,
            () -> fine.orElseThrow().paint(shown, viewport, visible, manner.orElseThrow()));
  }

  private void forgetAll() {
    List.copyOf(painted.keySet()).forEach(this::forget);
  }

  private void forget(List<Box> boxes) {
    for (Spot spot : boxes.isEmpty() ? List.<Spot>of() : List.copyOf(painted.keySet())) {
      Viewport viewport = spot.viewport(shown.viewport().scale());
      Box visible = viewport.visible(Tile.SIZE, Tile.SIZE);
      boxes.stream()
          .filter(visible::intersects)
          .map(box -> inPixels(box, viewport))
          .reduce(Box::with)
          .ifPresent(part -> forget(spot, part));
    }
  }

  /** Of a tile, in whole pixels. */
  private static Box inPixels(Box box, Viewport viewport) {
    Point2D from = viewport.toView(new Point(box.x(), box.y()));
    Point2D to = viewport.toView(new Point(box.right(), box.bottom()));
    double left = Math.clamp(Math.floor(from.getX()), 0, Tile.SIZE);
    double top = Math.clamp(Math.floor(from.getY()), 0, Tile.SIZE);
    return new Box(
        left,
        top,
        Math.clamp(Math.ceil(to.getX()), 0, Tile.SIZE) - left,
        Math.clamp(Math.ceil(to.getY()), 0, Tile.SIZE) - top);
  }

  private void forget(Spot spot, Box part) {
    Box all = Optional.ofNullable(changed.get(spot)).map(part::with).orElse(part);
    boolean isMost = all.width() * all.height() > MOST_CHANGED * Tile.SIZE * Tile.SIZE;
    boolean isByHand = manner.filter(CanvasPainter.Manner::isCloud).isPresent();
    if (isMost || isByHand || !isWithin(spot, 0)) {
      forget(spot);
    } else {
      changed.put(spot, all);
    }
  }

  private void forget(Spot spot) {
    changed.remove(spot);
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

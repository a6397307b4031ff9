// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The straight pieces of all edges of a drawing, cut at the heights that most of them begin or end
 * at, so that within a strip only what is near from left to right needs to be compared.
 */
final class LinePieces {
  /** A node that is touched by less than this is passed, not run through. */
  private static final double TOUCH = 1;

  /** Pieces are sorted by their left ends to a sixteenth. */
  private static final double ROUNDING = 0.1;

  private final List<EdgeLine> lines;
  private final int[] edge;
  private final double[] fromX;
  private final double[] fromY;
  private final double[] toX;
  private final double[] toY;
  private final Strips strips;

  LinePieces(List<EdgeLine> lines) {
    this.lines = lines;
    int most = lines.stream().mapToInt(line -> line.points().size() - 1).sum();
    edge = new int[most];
    fromX = new double[most];
    fromY = new double[most];
    toX = new double[most];
    toY = new double[most];
    int n = 0;
    for (int e = 0; e < lines.size(); e++) {
      List<Point> points = lines.get(e).points();
      for (int i = 1; i < points.size(); i++) {
        Point a = points.get(i - 1);
        Point b = points.get(i);
        boolean isDownward = a.y() <= b.y();
        edge[n] = e;
        fromX[n] = isDownward ? a.x() : b.x();
        fromY[n] = Math.min(a.y(), b.y());
        toX[n] = isDownward ? b.x() : a.x();
        toY[n] = Math.max(a.y(), b.y());
        n++;
      }
    }
    strips = new Strips(n);
  }

  /** Crossings of edges without a common end. */
  long crossings() {
    long crossings = 0;
    for (int strip = 0; strip < strips.count; strip++) {
      int[] inStrip = strips.sorted(strip);
      for (int i = 0; i < inStrip.length; i++) {
        double right = strips.right(inStrip[i], strip) + ROUNDING;
        for (int j = i + 1; j < inStrip.length && strips.left(inStrip[j], strip) <= right; j++) {
          if (cross(inStrip[i], inStrip[j], strip)) {
            crossings++;
          }
        }
      }
    }
    return crossings;
  }

  /** How often an edge runs through a node that is not one of its ends. */
  long through(List<Box> nodes) {
    Set<Long> found = new HashSet<>();
    int[][] boxes = strips.boxes(nodes);
    for (int strip = 0; strip < strips.count; strip++) {
      int[] inStrip = strips.sorted(strip);
      double widest = 0;
      for (int piece : inStrip) {
        widest = Math.max(widest, strips.right(piece, strip) - strips.left(piece, strip));
      }
      for (int node : boxes[strip]) {
        Box box = nodes.get(node);
        for (int i = strips.firstFrom(inStrip, strip, box.x() - widest - ROUNDING);
            i < inStrip.length && strips.left(inStrip[i], strip) <= box.right() + ROUNDING;
            i++) {
          EdgeLine line = lines.get(edge[inStrip[i]]);
          if (line.from() != node && line.to() != node && runsThrough(inStrip[i], box)) {
            found.add((long) edge[inStrip[i]] * nodes.size() + node);
          }
        }
      }
    }
    return found.size();
  }

  /** Whether two pieces cross within a strip, properly. */
  private boolean cross(int a, int b, int strip) {
    if (edge[a] == edge[b] || lines.get(edge[a]).sharesEnd(lines.get(edge[b]))) {
      return false;
    }
    double dxA = toX[a] - fromX[a];
    double dyA = toY[a] - fromY[a];
    double dxB = toX[b] - fromX[b];
    double dyB = toY[b] - fromY[b];
    double turn = dxA * dyB - dyA * dxB;
    if (turn == 0) {
      return false;
    }
    double alongA = ((fromX[b] - fromX[a]) * dyB - (fromY[b] - fromY[a]) * dxB) / turn;
    double alongB = ((fromX[b] - fromX[a]) * dyA - (fromY[b] - fromY[a]) * dxA) / turn;
    return alongA >= 0
        && alongA < 1
        && alongB >= 0
        && alongB < 1
        && strips.of(fromY[a] + alongA * dyA) == strip;
  }

  private boolean runsThrough(int piece, Box box) {
    double top = Math.max(fromY[piece], box.y() + TOUCH);
    double bottom = Math.min(toY[piece], box.bottom() - TOUCH);
    if (top > bottom) {
      return false;
    }
    double one = xAt(piece, top);
    double other = toY[piece] == fromY[piece] ? toX[piece] : xAt(piece, bottom);
    return Math.max(one, other) > box.x() + TOUCH && Math.min(one, other) < box.right() - TOUCH;
  }

  private double xAt(int piece, double y) {
    double height = toY[piece] - fromY[piece];
    return height == 0
        ? fromX[piece]
        : fromX[piece] + (toX[piece] - fromX[piece]) * (y - fromY[piece]) / height;
  }

  /** The drawing cut into strips of equal height. */
  private final class Strips {
    private static final int PIECES_A_STRIP = 200;
    private static final int MOST = 8_000;

    private final double top;
    private final double height;
    private final int count;
    private final int[][] byStrip;

    Strips(int pieces) {
      double highest = Double.POSITIVE_INFINITY;
      double lowest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < pieces; i++) {
        highest = Math.min(highest, fromY[i]);
        lowest = Math.max(lowest, toY[i]);
      }
      count = Math.clamp(pieces / PIECES_A_STRIP, 1, MOST);
      top = Double.isFinite(highest) ? highest : 0;
      height = Math.max(1e-9, (lowest - top) / count);
      byStrip = spread(pieces, i -> of(fromY[i]), i -> of(toY[i]));
    }

    private int of(double y) {
      return Math.clamp((long) ((y - top) / height), 0, count - 1);
    }

    /** The pieces in a strip by their left ends within it. */
    private int[] sorted(int strip) {
      int[] pieces = byStrip[strip];
      long[] keys = new long[pieces.length];
      for (int i = 0; i < pieces.length; i++) {
        keys[i] = (long) Math.rint(left(pieces[i], strip) * 16) << 32 | pieces[i];
      }
      Arrays.sort(keys);
      return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private double left(int piece, int strip) {
      return Math.min(xAtTop(piece, strip), xAtBottom(piece, strip));
    }

    private double right(int piece, int strip) {
      return Math.max(xAtTop(piece, strip), xAtBottom(piece, strip));
    }

    private double xAtTop(int piece, int strip) {
      return xAt(piece, Math.max(fromY[piece], top + strip * height));
    }

    private double xAtBottom(int piece, int strip) {
      double bottom = Math.min(toY[piece], top + (strip + 1) * height);
      return fromY[piece] == toY[piece] ? toX[piece] : xAt(piece, bottom);
    }

    private int firstFrom(int[] inStrip, int strip, double x) {
      int low = 0;
      int high = inStrip.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (left(inStrip[middle], strip) < x) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private int[][] boxes(List<Box> nodes) {
      return spread(nodes.size(), i -> of(nodes.get(i).y()), i -> of(nodes.get(i).bottom()));
    }

    private int[][] spread(int things, IntUnaryOperator first, IntUnaryOperator last) {
      IntStream.Builder[] builders = new IntStream.Builder[count];
      Arrays.setAll(builders, _ -> IntStream.builder());
      for (int i = 0; i < things; i++) {
        for (int strip = first.applyAsInt(i); strip <= last.applyAsInt(i); strip++) {
          builders[strip].add(i);
        }
      }
      int[][] spread = new int[count][];
      Arrays.setAll(spread, strip -> builders[strip].build().toArray());
      return spread;
    }
  }
}

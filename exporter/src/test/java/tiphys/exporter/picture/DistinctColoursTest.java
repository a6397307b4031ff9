// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tiphys.model.run.NodePhase;

/** Phases can be told apart whatever colours one sees. */
final class DistinctColoursTest {
  /** How people without one kind of cones see colours, on linear light (Machado et al., 2009). */
  private static final List<double[][]> EYES =
      List.of(
          new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
          new double[][] {
            {0.367322, 0.860646, -0.227968},
            {0.280085, 0.672501, 0.047413},
            {-0.011820, 0.042940, 0.968881}
          },
          new double[][] {
            {0.152286, 1.052583, -0.204868},
            {0.114503, 0.786281, 0.099216},
            {-0.003882, -0.048116, 1.051998}
          });

  /** Colours of this distance (CIE 1976) are seen to differ at a glance. */
  private static final double GLANCE = 25;

  private static final List<NodePhase> PHASES =
      List.of(
          NodePhase.PENDING,
          NodePhase.RUNNING,
          NodePhase.SUCCEEDED,
          NodePhase.FAILED,
          NodePhase.SKIPPED);

  @Test
  void noTwoPhasesLookAlikeToAnybody() {
    for (double[][] eye : EYES) {
      for (NodePhase one : PHASES) {
        for (NodePhase other : PHASES) {
          double apart =
              distance(
                  seen(Palette.LIGHT_DISTINCT.phase(one), eye),
                  seen(Palette.LIGHT_DISTINCT.phase(other), eye));
          assertTrue(one == other || apart > GLANCE, one + " " + other + " " + apart);
        }
      }
    }
  }

  @Test
  void textInThemCanBeReadOnItsCard() {
    for (Palette palette : List.of(Palette.LIGHT_DISTINCT, Palette.DARK_DISTINCT)) {
      for (NodePhase phase : PHASES) {
        double ratio = contrast(palette.phaseText(phase), palette.card());
        assertTrue(ratio >= 4.5, palette + " " + phase + " " + ratio);
      }
    }
  }

  private static double contrast(int one, int other) {
    double first = light(one);
    double second = light(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double light(int colour) {
    double[] rgb = linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double[] linear(int colour) {
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      double value = (colour >> 16 - 8 * i & 0xFF) / 255.0;
      rgb[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    return rgb;
  }

  /** As lightness and two colour axes (CIELAB, D65). */
  private static double[] seen(int colour, double[][] eye) {
    double[] rgb = linear(colour);
    double[] through = new double[3];
    for (int i = 0; i < 3; i++) {
      through[i] =
          Math.clamp(eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2], 0.0, 1.0);
    }
    double x = 0.4124 * through[0] + 0.3576 * through[1] + 0.1805 * through[2];
    double y = 0.2126 * through[0] + 0.7152 * through[1] + 0.0722 * through[2];
    double z = 0.0193 * through[0] + 0.1192 * through[1] + 0.9505 * through[2];
    double fx = root(x / 0.95047);
    double fy = root(y);
    double fz = root(z / 1.08883);
    return new double[] {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
  }

  private static double root(double value) {
    return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
  }

  private static double distance(double[] one, double[] other) {
    return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
  }
}

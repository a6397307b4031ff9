// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import tiphys.model.difference.Change;
import tiphys.model.graph.NodeKind;
import tiphys.model.run.NodePhase;

/** The colours of a picture, as ARGB; the same values as the window's style sheet has. */
public enum Palette {
  LIGHT(false, false),
  DARK(true, false),
  /** Phases in colours that people who confuse red and green can tell apart. */
  LIGHT_DISTINCT(false, true),
  DARK_DISTINCT(true, true);

  private final boolean isDark;
  private final boolean isDistinct;

  Palette(boolean isDark, boolean isDistinct) {
    this.isDark = isDark;
    this.isDistinct = isDistinct;
  }

  /** Light or dark, with phases in Argo's colours or in those that all can tell apart. */
  public static Palette of(boolean isDark, boolean isDistinct) {
    if (isDistinct) {
      return isDark ? DARK_DISTINCT : LIGHT_DISTINCT;
    }
    return isDark ? DARK : LIGHT;
  }

  public boolean isDark() {
    return isDark;
  }

  public boolean isDistinct() {
    return isDistinct;
  }

  public int background() {
    return pick(0xFFFFFFFF, 0xFF0D1117);
  }

  /** The dots of the empty canvas. */
  public int dots() {
    return pick(0xFFE1E5EA, 0xFF1E242C);
  }

  public int card() {
    return pick(0xFFFFFFFF, 0xFF1C2128);
  }

  /** Cards of which too little is known. */
  public int paleCard() {
    return pick(0xFFF6F8FA, 0xFF151A21);
  }

  public int cardBorder() {
    return pick(0xFFD0D7DE, 0xFF3D444D);
  }

  public int shadow() {
    return pick(0x0A1F2328, 0x30000000);
  }

  public int title() {
    return pick(0xFF1F2328, 0xFFF0F3F6);
  }

  public int subtitle() {
    return pick(0xFF59636E, 0xFF9198A1);
  }

  public int edge() {
    return pick(0xFF8C959F, 0xFF6E7681);
  }

  public int accent() {
    return pick(0xFF0969DA, 0xFF4493F8);
  }

  /** What goes from one task to another. */
  public int data() {
    return pick(0xFFA24A00, 0xFFE59B5E);
  }

  public int refusal() {
    return pick(0xFFCF222E, 0xFFF85149);
  }

  /** What may be a mistake. */
  public int warning() {
    return pick(0xFF9A6700, 0xFFB98515);
  }

  /** What became of a thing from one version to another. */
  public int change(Change change) {
    if (isDistinct) {
      return distinct(change);
    }
    return switch (change) {
      case ADDED -> pick(0xFF1A7F37, 0xFF3FB950);
      case REMOVED -> refusal();
      case CHANGED -> pick(0xFF9A6700, 0xFFD29922);
    };
  }

  /** Blue, vermilion and purple of the same set as the phases. */
  private int distinct(Change change) {
    return switch (change) {
      case ADDED -> accent();
      case REMOVED -> pick(0xFFB34700, 0xFFFF9A4D);
      case CHANGED -> pick(0xFF8F3F74, 0xFFE0A0C8);
    };
  }

  /** Behind the steps that run at once. */
  public int band() {
    return pick(0xFFF3F6F9, 0xFF141A21);
  }

  /** What the user put together. */
  public int area() {
    return pick(0xFF6639BA, 0xFFA371F7);
  }

  /** Behind what a task holds that is drawn with its inside. */
  public int frame() {
    return pick(0xFFFBFCFD, 0xFF10151C);
  }

  public int chip() {
    return pick(0xFFEFF2F5, 0xFF262C36);
  }

  /** Argo's own fill, or the one that all can tell apart; not to be read as text. */
  public int phase(NodePhase phase) {
    if (isDistinct) {
      return distinct(phase);
    }
    return switch (phase) {
      case PENDING -> 0xFFF4C030;
      case RUNNING -> 0xFF0DADEA;
      case SUCCEEDED -> 0xFF18BE94;
      case FAILED, ERROR -> 0xFFE96D76;
      case SKIPPED, OMITTED -> 0xFF6D7F8B;
    };
  }

  /** After Okabe and Ito, who chose them for every kind of colour vision, with a darker blue. */
  private static int distinct(NodePhase phase) {
    return switch (phase) {
      case PENDING -> 0xFFF0E442;
      case RUNNING -> 0xFF56B4E9;
      case SUCCEEDED -> 0xFF00589B;
      case FAILED, ERROR -> 0xFFD55E00;
      case SKIPPED, OMITTED -> 0xFF6D7F8B;
    };
  }

  /** Where nothing has begun. */
  public int noPhase() {
    return pick(0xFFCCD6DD, 0xFF484F58);
  }

  /** With enough contrast for glyphs and text. */
  public int phaseText(NodePhase phase) {
    if (isDistinct) {
      return distinctText(phase);
    }
    return switch (phase) {
      case PENDING -> pick(0xFF7D5E00, 0xFFF4C030);
      case RUNNING -> pick(0xFF0A6C94, 0xFF4CC4F2);
      case SUCCEEDED -> pick(0xFF0B6E55, 0xFF3ED1AB);
      case FAILED, ERROR -> pick(0xFFB3313C, 0xFFF28B92);
      case SKIPPED, OMITTED -> pick(0xFF4F5D67, 0xFFA5B3BD);
    };
  }

  private int distinctText(NodePhase phase) {
    return switch (phase) {
      case PENDING -> pick(0xFF6B6200, 0xFFF0E442);
      case RUNNING -> pick(0xFF1D6A9A, 0xFF8FD0F5);
      case SUCCEEDED -> pick(0xFF00507D, 0xFF5AA9DE);
      case FAILED, ERROR -> pick(0xFF9E4600, 0xFFFF9A4D);
      case SKIPPED, OMITTED -> pick(0xFF4F5D67, 0xFFA5B3BD);
    };
  }

  public int kind(NodeKind kind) {
    return switch (kind) {
      case CONTAINER -> pick(0xFF0969DA, 0xFF58A6FF);
      case SCRIPT -> pick(0xFF6639BA, 0xFFA371F7);
      case CONTAINER_SET -> pick(0xFF0550AE, 0xFF79C0FF);
      case DAG, STEPS -> pick(0xFF1B7C83, 0xFF39C5CF);
      case SUSPEND, EVENT, SCHEDULE -> pick(0xFF9A6700, 0xFFD29922);
      case HTTP -> pick(0xFFBF3989, 0xFFF778BA);
      case RESOURCE, PLUGIN, DATA, REFERENCE -> pick(0xFF57606A, 0xFFA5B3BD);
      case UNKNOWN -> pick(0xFF8C959F, 0xFF6E7681);
    };
  }

  /** A colour at another opacity, from 0 to 1. */
  public static int faded(int colour, double opacity) {
    return (int) Math.round(opacity * (colour >>> 24)) << 24 | colour & 0xFFFFFF;
  }

  private int pick(int light, int dark) {
    return isDark ? dark : light;
  }
}

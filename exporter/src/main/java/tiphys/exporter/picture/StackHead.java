// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.ArrayList;
import java.util.List;
import tiphys.model.layout.Box;
import tiphys.model.run.NodePhase;
import tiphys.model.run.TaskState;
import tiphys.model.state.StackFrame;
import tiphys.model.state.Unfolded;

/** Where the frame of a fan-out has its counts, and what turns its pages. */
public final class StackHead {
  static final double CHIP_HEIGHT = 22;
  static final double CHIP_TEXT = 26;
  private static final double DIGIT = 6.6;
  private static final double GAP = 6;
  private static final double MARGIN = 22;
  private static final double BUTTON = 24;
  private static final double WORDS = 118;

  private StackHead() {}

  /** How many nodes are in a phase, and where that stands. */
  public record Chip(NodePhase phase, int count, Box box) {}

  /** The counts that are not none. */
  public static List<Chip> chips(Box frame, TaskState state) {
    int told = state.succeeded() + state.running() + state.failed() + state.skipped();
    List<Chip> chips = new ArrayList<>();
    double x = frame.x() + MARGIN;
    x = add(chips, NodePhase.SUCCEEDED, state.succeeded(), x, frame);
    x = add(chips, NodePhase.RUNNING, state.running(), x, frame);
    x = add(chips, NodePhase.FAILED, state.failed(), x, frame);
    x = add(chips, NodePhase.SKIPPED, state.skipped(), x, frame);
    add(chips, NodePhase.PENDING, state.total() - told, x, frame);
    return chips;
  }

  private static double add(List<Chip> chips, NodePhase phase, int count, double x, Box frame) {
    if (count <= 0) {
      return x;
    }
    double width = CHIP_TEXT + Integer.toString(count).length() * DIGIT + 9;
    chips.add(new Chip(phase, count, new Box(x, top(frame), width, CHIP_HEIGHT)));
    return x + width + GAP;
  }

  private static double top(Box frame) {
    return frame.y() + Unfolded.TITLE + (StackFrame.LINE - CHIP_HEIGHT) / 2 + 4;
  }

  /** What leads to the next page. */
  public static Box after(Box frame) {
    return new Box(frame.right() - MARGIN - BUTTON, top(frame), BUTTON, CHIP_HEIGHT);
  }

  /** Which cards are shown, of how many. */
  static Box words(Box frame) {
    Box after = after(frame);
    return new Box(after.x() - WORDS, after.y(), WORDS, CHIP_HEIGHT);
  }

  /** What leads to the page before. */
  public static Box before(Box frame) {
    Box words = words(frame);
    return new Box(words.x() - BUTTON, words.y(), BUTTON, CHIP_HEIGHT);
  }
}

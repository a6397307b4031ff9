// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tiphys.model.command.Command;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/**
 * What one file of a folder has to say in another way.
 *
 * @param file how its text is written as bytes
 * @param before the state that the change was planned for
 */
public record FileChange(
    Path path, TextFile file, DiagramState before, Command command, TextEdits edits) {

  /**
   * A line that changes.
   *
   * @param number counted from 1
   */
  public record Line(int number, String before, String after) {}

  /** The lines that it changes, in order, without the blanks around them. */
  public List<Line> lines() {
    SourceText old = before.text();
    SourceText changed = after();
    List<Line> lines = new ArrayList<>();
    int shift = 0;
    for (TextEdit edit : edits.edits()) {
      int line = old.lineOf(edit.range().start());
      int there = changed.lineOf(edit.range().start() + shift);
      shift += edit.growth();
      if (lines.isEmpty() || lines.getLast().number() != line + 1) {
        lines.add(new Line(line + 1, lineAt(old, line), lineAt(changed, there)));
      }
    }
    return lines;
  }

  /** How many places it changes. */
  public int places() {
    return edits.edits().size();
  }

  SourceText after() {
    return before.text().apply(edits);
  }

  /** As it is written to the disk, if the disk holds the state before. */
  public FilesTogether.Write write() {
    boolean isMarked = file.hasByteOrderMark();
    return new FilesTogether.Write(
        path, new TextFile(before.text(), isMarked), new TextFile(after(), isMarked));
  }

  private static String lineAt(SourceText text, int line) {
    return text.slice(text.lineStart(line), text.lineEnd(line)).strip();
  }
}

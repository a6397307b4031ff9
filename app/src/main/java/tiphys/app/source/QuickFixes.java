// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.model.fix.Fix;
import tiphys.model.fix.Fixes;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;

/** What can be done about the problems at the caret: the one thing at once, several from a menu. */
final class QuickFixes {
  private final Editor editor;
  private final Messages messages;

  QuickFixes(Editor editor, Messages messages) {
    this.editor = editor;
    this.messages = messages;
  }

  /** Mends what stands at the caret, or asks which way; false where nothing is known to help. */
  boolean mend(int caret, Region area) {
    List<Fix> fixes = at(caret);
    if (fixes.size() == 1) {
      editor.apply(fixes.getFirst().command());
    } else if (!fixes.isEmpty()) {
      show(fixes, area);
    }
    return !fixes.isEmpty();
  }

  /** The problems under the caret; where there are none, those of its line. */
  private List<Fix> at(int caret) {
    DiagramState state = editor.state().get();
    List<Problem> problems = state.problems();
    List<Fix> here = under(caret);
    if (!here.isEmpty()) {
      return here;
    }
    int line = state.text().lineOf(caret);
    return problems.stream()
        .filter(
            problem ->
                problem.place().filter(at -> state.text().lineOf(at.start()) == line).isPresent())
        .flatMap(problem -> Fixes.of(state, problem).stream())
        .toList();
  }

  /** What mends the problems that touch a place of the text. */
  List<Fix> under(int offset) {
    DiagramState state = editor.state().get();
    return state.problems().stream()
        .filter(problem -> problem.place().filter(at -> at.touches(offset)).isPresent())
        .flatMap(problem -> Fixes.of(state, problem).stream())
        .toList();
  }

  private void show(List<Fix> fixes, Region area) {
    ContextMenu menu = new ContextMenu();
    for (Fix fix : fixes) {
      MenuItem item = new MenuItem(messages.fix(fix));
      item.setOnAction(_ -> editor.apply(fix.command()));
      menu.getItems().add(item);
    }
    Bounds bounds = area.getLayoutBounds();
    Point2D middle = area.localToScreen(bounds.getCenterX(), bounds.getCenterY());
    menu.show(area, middle.getX(), middle.getY());
  }
}

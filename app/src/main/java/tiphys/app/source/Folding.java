// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import java.util.Optional;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import tiphys.app.source.Folds.Fold;

/** Folds parts of the text away and shows them again; the caret stays where it is, if it can. */
final class Folding {
  private final CodeArea area;
  private final SourceContent content;
  private final SourceModel model;
  private final Runnable changed;

  /**
   * @param changed told after each change, to paint what stands beside the lines anew
   */
  Folding(CodeArea area, SourceContent content, SourceModel model, Runnable changed) {
    this.area = area;
    this.content = content;
    this.model = model;
    this.changed = changed;
  }

  /** Where an offset is shown, once the folds around it are open. */
  TextPos shown(int offset) {
    int line = content.text().lineOf(Math.min(offset, content.text().length()));
    List<Fold> hiding = content.folds().hiding(line);
    if (!hiding.isEmpty()) {
      hiding.forEach(model::open);
      changed.run();
    }
    return content.positionOf(offset);
  }

  void toggle(int line) {
    Optional<Fold> fold = content.folds().at(line);
    keepingCaret(
        () ->
            fold.ifPresentOrElse(
                model::open, () -> Foldable.at(content.text(), line).ifPresent(model::fold)));
  }

  /** Folds the innermost part around a line that is not folded yet. */
  void fold(int line) {
    Foldable.around(content.text(), line)
        .map(
            found ->
                content.folds().at(found.first()).isEmpty() || found.first() == 0
                    ? found
                    : Foldable.around(content.text(), found.first() - 1).orElse(found))
        .ifPresent(found -> keepingCaret(() -> model.fold(found)));
  }

  void open(int line) {
    content.folds().at(line).ifPresent(fold -> keepingCaret(() -> model.open(fold)));
  }

  void foldAll() {
    List<Fold> all = Foldable.all(content.text());
    keepingCaret(() -> model.refold(() -> content.folds().add(all)));
  }

  void openAll() {
    keepingCaret(() -> model.refold(() -> content.folds().clear()));
  }

  /** Opens the fold at whose border a key would take away what is hidden. */
  void openBefore(boolean isBackwards) {
    TextPos caret = area.getCaretPosition();
    if (caret == null || area.hasNonEmptySelection() || content.folds().isEmpty()) {
      return;
    }
    int line = content.lineOf(caret.index());
    if (isBackwards && caret.offset() == 0 && line > 0 && content.folds().isHidden(line - 1)) {
      int offset = content.offsetOf(caret);
      content.folds().hiding(line - 1).forEach(model::open);
      area.select(content.positionOf(offset));
      changed.run();
    } else if (!isBackwards && caret.offset() >= content.getText(caret.index()).length()) {
      open(line);
    }
  }

  private void keepingCaret(Runnable change) {
    TextPos caret = area.getCaretPosition();
    TextPos anchor = area.getAnchorPosition();
    if (caret == null || anchor == null) {
      change.run();
    } else {
      int caretOffset = content.offsetOf(caret);
      int anchorOffset = content.offsetOf(anchor);
      change.run();
      area.select(content.positionOf(anchorOffset), content.positionOf(caretOffset));
    }
    changed.run();
  }
}

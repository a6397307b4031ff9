// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Optional;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import tiphys.app.editor.Editor;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;

/**
 * Where the caret and the selection stand in the whole text, in UTF-16 units; the area counts only
 * the lines that are shown. What it is set to is brought out of every fold.
 */
final class SourceCaret {
  private final Editor editor;
  private final CodeArea area;
  private final SourceContent content;
  private final Folding folding;

  /** Where the caret is while it is taken out. */
  private Optional<Place> away = Optional.empty();

  private record Place(int anchor, int caret) {}

  SourceCaret(Editor editor, CodeArea area, SourceContent content, Folding folding) {
    this.editor = editor;
    this.area = area;
    this.content = content;
    this.folding = folding;
  }

  /**
   * Takes the caret out of the area before edits that move it: the area lays out all of its lines
   * several times wherever a caret moves, before anything else is seen of the edits.
   */
  void takeAway(TextEdits edits) {
    int anchor = anchor();
    int caret = offset();
    int first = edits.edits().getFirst().range().start();
    boolean isMoved = first <= Math.max(anchor, caret) && area.getCaretPosition() != null;
    if (away.isPresent() || isMoved) {
      away =
          Optional.of(
              new Place(
                  LineEdits.moved(anchor, edits.edits()), LineEdits.moved(caret, edits.edits())));
      area.clearSelection();
    }
  }

  boolean isAway() {
    return away.isPresent();
  }

  /** Puts the caret where it went meanwhile. */
  void putBack() {
    Optional<Place> place = away;
    away = Optional.empty();
    place.ifPresent(at -> area.select(folding.shown(at.anchor()), folding.shown(at.caret())));
  }

  /** 0 until the area has a caret. */
  int offset() {
    if (away.isPresent()) {
      return away.get().caret();
    }
    TextPos caret = area.getCaretPosition();
    return caret == null ? 0 : content.offsetOf(caret);
  }

  /** Where the selection began; the caret where there is none. */
  int anchor() {
    if (away.isPresent()) {
      return away.get().anchor();
    }
    TextPos anchor = area.getAnchorPosition();
    return anchor == null ? offset() : content.offsetOf(anchor);
  }

  TextRange selected() {
    int anchor = anchor();
    int caret = offset();
    return new TextRange(Math.min(anchor, caret), Math.max(anchor, caret));
  }

  /**
   * Selects a stretch and brings it into view; where the area is out of the window, in which it
   * breaks if its caret moves, the caret waits to be put back.
   */
  void reveal(TextRange range) {
    if (area.getScene() == null) {
      away = Optional.of(new Place(range.start(), range.end()));
      return;
    }
    away = Optional.empty();
    folding.shown(range.start());
    TextPos end = folding.shown(range.end());
    area.select(content.positionOf(range.start()), end);
  }

  void revealAndFocus(TextRange range) {
    area.requestFocus();
    reveal(range);
  }

  /** Makes one step of the history of its own, and selects what is to be selected then. */
  void change(LineEdits.Change change) {
    away = Optional.empty();
    editor.endTyping();
    editor.type(change.edits());
    editor.endTyping();
    TextPos from = folding.shown(change.anchor());
    area.select(from, folding.shown(change.caret()));
  }

  /** Goes to where edits that are made already changed the text. */
  void follow(TextEdits edits) {
    away = Optional.empty();
    area.select(folding.shown(endOf(edits)));
  }

  /** Where the first of the edits ends in the text after them. */
  static int endOf(TextEdits edits) {
    TextEdit first = edits.edits().getFirst();
    return first.range().start() + first.replacement().length();
  }
}

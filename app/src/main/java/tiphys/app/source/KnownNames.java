// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import java.util.Optional;
import tiphys.app.editor.Editor;
import tiphys.model.completion.Completions;
import tiphys.model.graph.Scope;
import tiphys.model.place.Location;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.Mention;
import tiphys.model.symbol.Symbol;
import tiphys.model.symbol.Symbols;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;

/** What the names of an editor's text mean. Looked for when asked, and kept for one revision. */
@SuppressWarnings("ReferenceEquality") // An equal state of another revision is another state.
final class KnownNames {
  private final Editor editor;
  private DiagramState readable;
  private Optional<Symbols> symbols = Optional.empty();
  private DiagramState found;

  KnownNames(Editor editor) {
    this.editor = editor;
    this.readable = editor.state().get();
    this.found = readable;
    editor.state().subscribe(this::remember);
  }

  /** While one types, the text often cannot be read: then what was known last counts. */
  private void remember(DiagramState now) {
    if (now.tree().syntaxError().isEmpty()) {
      readable = now;
    }
  }

  /** The name at an offset; empty while the text cannot be read: all places may have moved. */
  Optional<Mention> at(int offset) {
    return isReadable() ? symbols().at(offset) : Optional.empty();
  }

  Optional<TextRange> definition(Symbol symbol) {
    return symbols().definition(symbol);
  }

  List<Mention> mentions(Symbol symbol) {
    return symbols().of(symbol);
  }

  Completions completions(int offset) {
    SourceText now = editor.state().get().text();
    int same = Math.min(offset, sameStart(now, readable.text()));
    Optional<Scope> scope = readable.locator().at(same).map(Location::scope);
    return Completions.at(now, offset, readable.workflow(), scope);
  }

  private boolean isReadable() {
    return editor.state().get() == readable;
  }

  private Symbols symbols() {
    if (symbols.isEmpty() || found != readable) {
      found = readable;
      symbols = Optional.of(Symbols.of(readable.tree(), readable.workflow()));
    }
    return symbols.get();
  }

  /** How many units both texts begin with; compared by lines, which share most of their text. */
  private static int sameStart(SourceText now, SourceText before) {
    int length = Math.min(now.length(), before.length());
    int low = 0;
    while (low < length) {
      int end = Math.min(length, low + COMPARED);
      if (!now.slice(low, end).equals(before.slice(low, end))) {
        break;
      }
      low = end;
    }
    return low;
  }

  private static final int COMPARED = 4096;
}

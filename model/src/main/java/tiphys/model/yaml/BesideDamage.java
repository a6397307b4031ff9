// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.List;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/**
 * The tree of a damaged text from the one before the edits: between the two, only the edits and the
 * damages of both differ. So typing in a large file does not read all of it twice.
 */
final class BesideDamage implements Recovery.Shortcut {
  private final YamlTree before;
  private final TextEdits edits;

  BesideDamage(YamlTree before, TextEdits edits) {
    this.before = before;
    this.edits = edits;
  }

  @Override
  public Optional<YamlTree> to(SourceText covered, List<Damage> damages) {
    if (before.isCutOff() || before.mayHaveAnchors() || edits.isEmpty()) {
      return Optional.empty();
    }
    SourceText old = Recovery.covered(before.text(), before.damages());
    int start = edits.edits().getFirst().range().start();
    int oldEnd = edits.edits().getLast().range().end();
    int rest = old.length() - oldEnd;
    for (Damage damage : before.damages()) {
      start = Math.min(start, damage.range().start());
      rest = Math.min(rest, old.length() - damage.range().end());
    }
    for (Damage damage : damages) {
      start = Math.min(start, damage.range().start());
      rest = Math.min(rest, covered.length() - damage.range().end());
    }
    TextEdit edit =
        TextEdit.replace(start, old.length() - rest, covered.slice(start, covered.length() - rest));
    YamlTree whole = new YamlTree(old, before.documents(), Optional.empty(), false);
    return new PartialReading(whole, edit).read();
  }
}

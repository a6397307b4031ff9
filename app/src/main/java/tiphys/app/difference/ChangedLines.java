// SPDX-License-Identifier: Apache-2.0
package tiphys.app.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.app.files.LineDifference;
import tiphys.app.files.LineDifference.Row;
import tiphys.app.files.LineDifference.Sign;
import tiphys.model.difference.Change;
import tiphys.model.difference.FieldChange;
import tiphys.model.difference.FileDifference;
import tiphys.model.difference.FileDifference.Entry;
import tiphys.model.difference.Pair;
import tiphys.model.graph.Scope;
import tiphys.model.place.Locator;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlPlace;

/** What became of one thing, line by line: its fields before and after, or its text as a whole. */
final class ChangedLines {
  private final FileDifference whole;

  ChangedLines(FileDifference whole) {
    this.whole = whole;
  }

  List<Row> of(Entry entry) {
    if (entry.change() == Change.CHANGED) {
      List<Row> rows = new ArrayList<>();
      if (!entry.earlier().isEmpty()) {
        add(new FieldChange("name", last(entry.earlier()), last(entry.name())), rows);
      }
      entry.fields().forEach(field -> add(field, rows));
      return rows;
    }
    boolean isNew = entry.change() == Change.ADDED;
    DiagramState state = isNew ? whole.after() : whole.before();
    Sign sign = isNew ? Sign.ONLY_AFTER : Sign.ONLY_BEFORE;
    return entry
        .inside()
        .flatMap(inside -> place(state, inside, entry))
        .map(place -> lines(state.text(), place, sign))
        .orElse(List.of());
  }

  /** Without the template before it. */
  private static Optional<String> last(String name) {
    return Optional.of(name.substring(name.lastIndexOf('/') + 1));
  }

  /** A script is told by the lines that differ. */
  private static void add(FieldChange field, List<Row> rows) {
    if (!rows.isEmpty()) {
      rows.add(new Row(Sign.BOTH, ""));
    }
    rows.add(new Row(Sign.BOTH, field.path()));
    if (field.before().isPresent() && field.after().isPresent()) {
      rows.addAll(
          LineDifference.between(
              SourceText.of(field.before().get()), SourceText.of(field.after().get())));
      return;
    }
    field.before().ifPresent(value -> value.lines().forEach(l -> rows.add(before(l))));
    field.after().ifPresent(value -> value.lines().forEach(l -> rows.add(after(l))));
  }

  private static Row before(String line) {
    return new Row(Sign.ONLY_BEFORE, line);
  }

  private static Row after(String line) {
    return new Row(Sign.ONLY_AFTER, line);
  }

  private static Optional<YamlPlace> place(DiagramState state, Pair<Scope> inside, Entry entry) {
    Locator locator = state.locator();
    Scope scope = inside.newest();
    return entry.node().isPresent()
        ? locator.task(scope, entry.node().get())
        : locator.template(scope);
  }

  /** As they stand in the file, without the blanks that all of them begin with. */
  private static List<Row> lines(SourceText text, YamlPlace place, Sign sign) {
    int first = text.lineOf(place.start());
    String indent = " ".repeat(place.start() - text.lineStart(first));
    String whole = indent + text.slice(place.start(), place.end()).stripTrailing();
    return whole.stripIndent().lines().map(line -> new Row(sign, line)).toList();
  }
}

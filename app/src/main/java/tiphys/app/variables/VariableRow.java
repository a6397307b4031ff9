// SPDX-License-Identifier: Apache-2.0
package tiphys.app.variables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;
import tiphys.app.message.VariableWords;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.Site;
import tiphys.model.symbol.Variable;
import tiphys.model.text.LineColumn;

/**
 * A heading, a variable, or a place that writes or reads one.
 *
 * @param style of the row: {@code heading}, {@code variable}, {@code writer} or {@code reader}
 * @param hint says more, small
 * @param mark what is worth a look; empty for most
 * @param goal where it leads; empty for a heading
 * @param inside made when the row is opened: one variable may be read in thousands of places
 */
record VariableRow(
    String style,
    String title,
    String hint,
    String mark,
    Optional<Site> goal,
    Supplier<List<VariableRow>> inside) {
  static final String WRITER = "writer";
  private static final String READER = "reader";

  /** Whether it is a place in the file, with nothing below it. */
  boolean isPlace() {
    return style.equals(WRITER) || style.equals(READER);
  }

  /** The headings with those of their variables that have every word of a filter. */
  static List<VariableRow> of(
      DiagramState now, List<Variable> variables, String filter, Messages messages) {
    VariableWords words = new VariableWords(messages, now.workflow());
    Map<String, List<VariableRow>> byHeading = new LinkedHashMap<>();
    for (Variable variable : variables) {
      String heading = words.heading(variable);
      if (filter.isBlank() || Shortcut.hasAll(told(variable, heading, words), filter)) {
        byHeading
            .computeIfAbsent(heading, _ -> new ArrayList<>())
            .add(of(now, variable, words, messages));
      }
    }
    List<VariableRow> rows = new ArrayList<>();
    byHeading.forEach(
        (heading, inside) ->
            rows.add(
                new VariableRow(
                    "heading",
                    heading,
                    Integer.toString(inside.size()),
                    "",
                    Optional.empty(),
                    () -> inside)));
    return rows;
  }

  private static VariableRow of(
      DiagramState now, Variable variable, VariableWords words, Messages messages) {
    List<Site> all = new ArrayList<>(variable.writers());
    all.addAll(variable.readers());
    return new VariableRow(
        "variable",
        words.name(variable),
        messages.text("variables.counts", variable.writers().size(), variable.readers().size()),
        words.mark(variable),
        all.stream().findFirst(),
        () -> {
          List<VariableRow> inside = new ArrayList<>();
          variable.writers().forEach(site -> inside.add(of(now, WRITER, site, words)));
          variable.readers().forEach(site -> inside.add(of(now, READER, site, words)));
          return inside;
        });
  }

  private static VariableRow of(DiagramState now, String style, Site site, VariableWords words) {
    LineColumn at = now.text().positionOf(site.in(now.text()).start());
    return new VariableRow(
        style, words.place(site), at.toString(), "", Optional.of(site), List::of);
  }

  /** All that a filter looks at: with the tasks that write and read. */
  private static String told(Variable variable, String heading, VariableWords words) {
    StringBuilder told = new StringBuilder(heading);
    told.append(' ').append(words.name(variable)).append(' ').append(words.mark(variable));
    variable.writers().forEach(site -> told.append(' ').append(words.place(site)));
    variable.readers().forEach(site -> told.append(' ').append(words.place(site)));
    return told.toString();
  }
}

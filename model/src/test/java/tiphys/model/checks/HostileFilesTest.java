// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/** Files that mean harm, or another thing than it seems: each is told of, and none is changed. */
final class HostileFilesTest {
  static Stream<Arguments> files() {
    return Stream.of(
        row("deep brackets", "a: " + "[".repeat(300), "1:203 YAML_TOO_DEEP"),
        row("deep lines", deepLines(), "201:201 YAML_TOO_DEEP"),
        row("a key twice", "a: 1\na: 2\n", "2:1 YAML_DUPLICATE_KEY"),
        row("an alias of nothing", "a: *x\n", "1:4 YAML_UNKNOWN_ALIAS"),
        row("a tab that indents", "a:\n\tb: 1\n", "2:1 YAML_SYNTAX"),
        row("a tab behind a dash", "a:\n  - \tb\n", "2:5 YAML_TAB_BEHIND_DASH"),
        row("half a key", "a: 1\nb\n", "2:2 YAML_SYNTAX"),
        row("an open bracket", "a: [1, 2\n", "1:4 YAML_SYNTAX"),
        row("a control character", "a: \u0001\n", "1:4 YAML_SYNTAX"),
        row("no document at all", ""),
        row("line ends of an old Macintosh", "a: 1\rb: 2\r"),
        row("a mark before the second document", "a: 1\n---\n\uFEFFb: 2\n", "3:1 YAML_MARK_INSIDE"),
        row("a line that Argo takes for a border", "a: 1\n---x: 2\n", "2:1 YAML_SPLIT_BY_ARGO"),
        row("a line break of YAML 1.1", "a: x\u0085y\n", "1:5 YAML_ODD_BREAK"),
        row("a line separator in quotes", "a: 'x\u2028y'\n", "1:6 YAML_ODD_BREAK"),
        row("the same, escaped", "a: \"x\\u2028y\"\n"),
        row("a merge of what is no mapping", "<<: 5\n", "1:5 YAML_MERGE_OF_NO_MAPPING"),
        row(
            "a merge of a text by its name",
            "a: &x 5\nc: {<<: *x}\n",
            "2:9 YAML_MERGE_OF_NO_MAPPING"),
        row("a merge of a list of mappings", "a: &x {b: 1}\nc: {<<: [*x, {d: 1}]}\n"),
        row(
            "a merge of a list of others",
            "c: {<<: [{d: 1}, 2]}\n",
            "1:9 YAML_MERGE_OF_NO_MAPPING"),
        row("a paragraph separator in lines", "a: |\n  x\u2029y\n", "2:4 YAML_ODD_BREAK"),
        row("three dashes in a literal at the edge", "--- |\n---x\n", "2:1 YAML_SYNTAX"),
        row("three dashes further in", "a: |\n  ---\n  b\n"),
        row("a tab in a script", "a: |\n  - \tx\n"),
        row("a tab behind a colon", "a:\t1\n"),
        row("an alias of itself", "a: &x {b: *x}\n", "1:11 YAML_ALIAS_OF_ITSELF"),
        row("a bomb of aliases", bomb(), "6:55 YAML_TOO_MANY_ALIASES"),
        row("half a key between others", "a: 1\nkey\nb: 2\n", "2:4 YAML_SYNTAX"),
        row("a merge of a mapping", "a: &x {b: 1}\nc: {<<: *x}\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void eachIsToldOfAtItsPlace(String name, String text, List<String> told) {
    DiagramState state = DiagramState.of(SourceText.of(text), Positions.NONE);
    assertEquals(
        told,
        state.problems().stream()
            .map(
                problem ->
                    state.text().positionOf(problem.place().orElseThrow().start())
                        + " "
                        + problem.code())
            .toList());
    assertEquals(text, state.text().toString());
  }

  /** Each level stands for ten of the one before. */
  private static String bomb() {
    StringBuilder out = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String before = "*a" + (i - 1);
      out.append("a%d: &a%d [".formatted(i, i));
      out.append(String.join(", ", java.util.Collections.nCopies(10, before))).append("]\n");
    }
    return out.toString();
  }

  private static String deepLines() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 220; i++) {
      out.append(" ".repeat(i)).append("a:\n");
    }
    return out.toString();
  }

  private static Arguments row(String name, String text, String... told) {
    return Arguments.of(name, text, List.of(told));
  }
}

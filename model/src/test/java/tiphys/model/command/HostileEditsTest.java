// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;

/**
 * Beside what is hostile or half written, an edit changes its own lines or is refused with a
 * reason; nothing else is lost, and undo gives every byte back.
 */
final class HostileEditsTest {
  /** All that is tried. */
  private static final int ALL = 7;

  /** Without those that look for a name in the whole file, which cannot be read as a whole. */
  private static final int BESIDE = 2;

  private static final String TASKS =
      """
          - name: A # first
            template: echo
          - name: B
            template: echo
            depends: A # waits
      """;

  /** Each stands as a label's value, a template's or a document of its own beside the tasks. */
  static Stream<Arguments> files() {
    return Stream.of(
        label("words of YAML 1.1", "[on, yes, n, 0777, 1_000, 12:30:45, ~, .inf]"),
        label("a tab behind a colon", "\tx"),
        label("a script with dashes at the edge of its lines", "|\n      x\n      ---\n      y"),
        label("a break of YAML 1.1", "x\u0085y"),
        label("a line separator in quotes", "'x\u2028y'"),
        label("a zero width mark", "\"\\uFEFFx\""),
        label("letters beyond the first plane", "\uD83D\uDE00 \uD840\uDC00"),
        label("a very long line", "x".repeat(200_000)),
        label("a very long line in quotes", "\"" + "x y ".repeat(50_000) + "\""),
        label("a folded text with all its blanks kept", ">+\n      x\n\n      y\n\n"),
        label("an indented hint", "|2-\n        x\n      y"),
        label("a key with a question mark", "\n      ? [a, b]\n      : c"),
        label("a hundred brackets", "[".repeat(100) + "]".repeat(100)),
        label("a hundred levels", deep(100)),
        label("an anchor, an alias and a merge", "&x {a: 1}\n    more: {<<: *x, b: *x}"),
        label("a tag", "!!binary aGVsbG8="),
        label("the same key twice", "1\n    odd: 2"),
        label("an alias of nothing", "*none"),
        label("an alias of itself", "&x [*x]"),
        broken("a control character", "\u0001"),
        broken("an open bracket", "[a, b"),
        broken("an open quote", "'a"),
        broken("half a key", "1\n    key"),
        text("a mark at the beginning", ALL, "\uFEFF" + Edited.HEAD + main()),
        text("no line end at the end", ALL, (Edited.HEAD + main()).stripTrailing()),
        text("line ends of all kinds", ALL, mixed(Edited.HEAD + main())),
        text("line ends of an old Macintosh", ALL, (Edited.HEAD + main()).replace('\n', '\r')),
        text("blanks at the ends of lines", ALL, (Edited.HEAD + main()).replace("\n", "  \n")),
        text("a document that is open", BESIDE, Edited.HEAD + main() + "---\nkind: [\n"),
        text(
            "a document of another kind",
            ALL,
            Edited.HEAD + main() + "...\n---\nkind: ConfigMap\n"),
        text("a line that Argo takes for a border", ALL, Edited.HEAD + main() + "---x: 2\n"),
        text("a bomb of aliases", 0, Edited.HEAD + main() + bomb()),
        text("tabs that indent", 0, (Edited.HEAD + main()).replace("        - name", "\t- name")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void anEditIsExactOrRefused(String name, int possible, String text) {
    int done = 0;
    for (Command command : commands()) {
      Diagram diagram = Diagram.open(SourceText.of(text), Positions.NONE);
      switch (diagram.apply(command)) {
        case Outcome.Refused<DiagramState>(Problem why) -> {
          assertTrue(!why.code().name().isEmpty());
          assertEquals(text, diagram.state().text().toString());
        }
        case Outcome.Done<DiagramState>(DiagramState after) -> {
          done++;
          KeptStateTest.assertAsReadAfresh(after);
          assertOthersKept(text, after.text().toString());
          diagram.undo();
          assertEquals(text, diagram.state().text().toString());
        }
      }
    }
    assertEquals(possible, done);
    new CommandTrial(text, new Random(7)).run(12);
  }

  /** Every line that is there no more spoke of what the command is about. */
  private static void assertOthersKept(String before, String after) {
    List<String> there = after.lines().toList();
    List<String> gone = before.lines().filter(line -> !there.contains(line)).toList();
    assertTrue(gone.size() <= 3, () -> "gone: " + gone);
    assertTrue(
        gone.stream().allMatch(line -> line.matches("[\\s\\S]*(A|B|echo|depends)[\\s\\S]*")),
        () -> "gone: " + gone);
  }

  private static List<Command> commands() {
    return List.of(
        new RenameTask(Edited.MAIN, new NodeId("A"), new TaskName("first")),
        new RenameTemplate(0, new TemplateName("echo"), new TemplateName("say")),
        new SetField(
            new FieldOwner.OfTask(Edited.MAIN, new NodeId("B")), List.of("when"), "1 == 1"),
        new AddTask(
            Edited.MAIN,
            new TemplateName("echo"),
            Optional.empty(),
            Optional.empty(),
            List.of(new NodeId("B")),
            List.of()),
        new DeleteTasks(Edited.MAIN, Edited.nodes("B")),
        new DuplicateTasks(Edited.MAIN, Edited.nodes("A")),
        new SetNote(Edited.MAIN, Optional.of(new NodeId("A")), "said"));
  }

  private static String main() {
    return "  - name: main\n    dag:\n      tasks:\n" + TASKS.indent(4);
  }

  private static Arguments label(String name, String value) {
    return text(name, ALL, labelled(value));
  }

  private static Arguments broken(String name, String value) {
    return text(name, BESIDE, labelled(value));
  }

  private static String labelled(String value) {
    String named = "  generateName: sample-\n";
    String labels = "  labels:\n    odd: " + value + "\n    even: 2 # kept\n";
    return Edited.HEAD.replace(named, named + labels) + main();
  }

  private static Arguments text(String name, int possible, String text) {
    return Arguments.of(name, possible, text);
  }

  private static String mixed(String text) {
    StringBuilder out = new StringBuilder();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      out.append(lines.get(i)).append(List.of("\n", "\r\n").get(i % 2));
    }
    return out.toString();
  }

  private static String deep(int levels) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      out.append('\n').append(" ".repeat(6 + i)).append("a:");
    }
    return out.append(" 1").toString();
  }

  private static String bomb() {
    StringBuilder out = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      out.append("a%d: &a%d [".formatted(i, i))
          .append(("*a" + (i - 1) + ", ").repeat(10))
          .append("]\n");
    }
    return out.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tiphys.model.command.DisconnectTasks;
import tiphys.model.command.RenameTask;
import tiphys.model.diagram.Diagram;
import tiphys.model.given.Corpus;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.Damage;

/** Real files while somebody types in them. */
class HalfTypedTest {
  private static final List<Path> FILES = Corpus.files();

  /** What a line may look like before it is finished; put behind its first blanks. */
  private static final List<String> BEGUN =
      List.of(
          "temp",
          "template: \"",
          "args: [a, ",
          "when: \"{{inputs.",
          "value: {{inputs.parameters.x",
          "image: a: b",
          "- name: 'x",
          "key: &",
          "key: *",
          "\tkey: x",
          "image: \"alpine",
          "a: {b: ",
          "- ",
          "key: |",
          "- [",
          "?",
          "key: @x",
          "- name: \"it",
          "value: 'it's'",
          "%",
          "!");

  @Provide
  Arbitrary<String> begun() {
    return Arbitraries.of(BEGUN);
  }

  @Property(tries = 200, seed = "77")
  void aFileThatEndsAnywhereIsReadUpToThere(
      @ForAll @IntRange(min = 0, max = 999) int file, @ForAll @IntRange(max = 999) int where) {
    String text = text(file);
    String prefix = text.substring(0, (int) ((long) text.length() * where / 1000));
    DiagramState state = DiagramState.of(SourceText.of(prefix), Positions.NONE);
    assertFalse(state.tree().isCutOff(), () -> FILES.get(file % FILES.size()) + "\n" + prefix);
    assertEquals(state.tree().syntaxErrors().isEmpty(), state.tree().damages().isEmpty());
  }

  @Property(tries = 500, seed = "77")
  void aLineThatIsBegunSpoilsNothingButWhatItStandsIn(
      @ForAll @IntRange(min = 0, max = 999) int file,
      @ForAll @IntRange(max = 999) int where,
      @ForAll("begun") String begun) {
    SourceText text = SourceText.of(text(file));
    int line = text.lineCount() * where / 1000;
    int start = text.lineStart(line);
    int blanks = blanks(text.slice(start, text.lineEnd(line)));
    TextEdits edits =
        TextEdits.of(TextEdit.replace(start, start, " ".repeat(blanks) + begun + lineBreak(text)));
    DiagramState state = DiagramState.of(text, Positions.NONE).after(edits, Positions.NONE);
    check(state, edits, FILES.get(file % FILES.size()).toString());
  }

  @Property(tries = 500, seed = "77")
  void aLineThatIsCutShortSpoilsNothingButWhatItStandsIn(
      @ForAll @IntRange(min = 0, max = 999) int file,
      @ForAll @IntRange(max = 999) int where,
      @ForAll @IntRange(max = 99) int kept) {
    SourceText text = SourceText.of(text(file));
    int line = text.lineCount() * where / 1000;
    int start = text.lineStart(line);
    int end = text.lineEnd(line);
    TextEdits edits = TextEdits.of(TextEdit.delete(start + (end - start) * kept / 100, end));
    DiagramState state = DiagramState.of(text, Positions.NONE).after(edits, Positions.NONE);
    check(state, edits, FILES.get(file % FILES.size()).toString());
  }

  private static void check(DiagramState after, TextEdits edits, String file) {
    if (after.tree().syntaxError().isEmpty()) {
      return;
    }
    int at = edits.edits().getFirst().range().start();
    String where = file + ":" + after.text().positionOf(at) + " " + after.problems();
    assertFalse(after.tree().isCutOff(), where);
    assertEquals(after.tree().syntaxErrors(), after.problems(), where);
    for (Damage damage : after.tree().damages()) {
      assertTrue(damage.range().touches(damage.problem().place().orElseThrow().start()), where);
    }
    assertEquals(names(without(after)), names(after), where);
    assertTrue(
        damagedLines(after) <= 1 + around(after.text(), at),
        () -> where + " " + after.tree().damages());
  }

  private static final String DIAMOND =
      """
      kind: Workflow
      spec:
        entrypoint: main
        templates:
        - name: main
          dag:
            tasks:
            - name: a
              template: work
            - name: b
              template: work
              depends: a
            - name: c
              template: work
              depends: b
        - name: work
          container: {image: busybox}
      """;
  private static final Scope MAIN = new Scope(0, new TemplateName("main"));

  @Test
  void whatCannotBeReadStaysInThePictureAsLostUntilItCanBeReadAgain() {
    Diagram diagram = Diagram.open(SourceText.of(DIAMOND), Positions.NONE);
    int at = DIAMOND.indexOf("name: b") + "name: ".length();

    diagram.type(TextEdits.of(TextEdit.replace(at, at, "\"")));

    FlowGraph graph = diagram.state().graph(MAIN);
    assertEquals(List.of("a", "b", "c"), ids(graph));
    assertEquals(9, lineOf(diagram, diagram.state().problems().getFirst()));
    assertTrue(graph.node(new NodeId("b")).orElseThrow().has(Behaviour.LOST));
    assertFalse(graph.node(new NodeId("c")).orElseThrow().has(Behaviour.LOST));
    assertTrue(graph.edge(new NodeId("a"), new NodeId("b")).isPresent());

    diagram.undo();

    assertFalse(
        diagram.state().graph(MAIN).node(new NodeId("b")).orElseThrow().has(Behaviour.LOST));
    assertTrue(diagram.state().lastWhole().isEmpty());
  }

  @Test
  void aTemplateThatCannotBeReadIsStillShownWhole() {
    Diagram diagram = Diagram.open(SourceText.of(DIAMOND), Positions.NONE);
    int at = DIAMOND.indexOf("name: main") + "name: ".length();

    diagram.type(TextEdits.of(TextEdit.replace(at, at, "[")));

    FlowGraph graph = diagram.state().graph(MAIN);
    assertEquals(List.of("a", "b", "c"), ids(graph));
    assertTrue(graph.nodes().stream().allMatch(node -> node.has(Behaviour.LOST)));
  }

  @Test
  void besideWhatCannotBeReadOnlyThatIsEditedWhichNothingThereCanMention() {
    Diagram diagram = Diagram.open(SourceText.of(DIAMOND), Positions.NONE);
    int at = DIAMOND.indexOf("depends: b");
    diagram.type(TextEdits.of(TextEdit.replace(at, at, "x: [\n        ")));
    String typed = diagram.state().text().toString();

    assertTrue(
        diagram
            .apply(new DisconnectTasks(MAIN, new NodeId("a"), new NodeId("b")))
            .refusal()
            .isEmpty());
    assertEquals(typed.replace("        depends: a\n", ""), diagram.state().text().toString());
    diagram.undo();
    assertEquals(typed, diagram.state().text().toString());

    Problem why =
        diagram
            .apply(new RenameTask(MAIN, new NodeId("a"), new TaskName("z")))
            .refusal()
            .orElseThrow();
    assertEquals(ProblemCode.YAML_SYNTAX, why.code());
    assertEquals(typed, diagram.state().text().toString());
  }

  private static int lineOf(Diagram diagram, Problem problem) {
    return diagram.state().text().lineOf(problem.place().orElseThrow().start());
  }

  private static List<String> ids(FlowGraph graph) {
    return graph.nodes().stream().map(node -> node.id().value()).toList();
  }

  /** How many lines the entry around has in which a line stands. */
  private static int around(SourceText text, int at) {
    int line = text.lineOf(at);
    int own = blanks(text.slice(text.lineStart(line), text.lineEnd(line)));
    int first = line;
    while (first > 0 && !isLess(text, first, own)) {
      first--;
    }
    int last = line + 1;
    int bound = column(text, first);
    while (last < text.lineCount() && (column(text, last) < 0 || column(text, last) > bound)) {
      last++;
    }
    return last - first;
  }

  private static boolean isLess(SourceText text, int line, int than) {
    return column(text, line) >= 0 && column(text, line) < than;
  }

  private static int column(SourceText text, int line) {
    String whole = text.slice(text.lineStart(line), text.lineEnd(line));
    return whole.isBlank() ? -1 : blanks(whole);
  }

  private static int damagedLines(DiagramState state) {
    return state.tree().damages().stream()
        .mapToInt(
            damage ->
                state.text().lineOf(damage.range().end())
                    - state.text().lineOf(damage.range().start())
                    + 1)
        .sum();
  }

  private static DiagramState without(DiagramState state) {
    List<TextEdit> edits = new ArrayList<>();
    for (Damage damage : state.tree().damages()) {
      TextRange range = damage.range();
      edits.add(TextEdit.delete(range.start(), range.end()));
    }
    return DiagramState.of(state.text().apply(new TextEdits(edits)), Positions.NONE);
  }

  /** Every template and task that the file has now, lost ones not among them. */
  private static Set<String> names(DiagramState state) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < state.workflow().resources().size(); i++) {
      int resource = i;
      Scopes.spec(state.workflow(), i)
          .ifPresent(
              spec ->
                  spec.templates().stream()
                      .flatMap(template -> template.name().stream())
                      .map(name -> state.graph(new Scope(resource, name)))
                      .flatMap(graph -> graph.nodes().stream())
                      .filter(node -> !node.has(Behaviour.LOST))
                      .forEach(node -> names.add(resource + " " + node.id())));
    }
    return names;
  }

  private static int blanks(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String lineBreak(SourceText text) {
    return text.toString().contains("\r\n") ? "\r\n" : "\n";
  }

  private static String text(int file) {
    return Corpus.text(FILES.get(file % FILES.size()));
  }
}

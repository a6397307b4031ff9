// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/** New lines look as if whoever wrote the others had written them. */
final class WritingStyleTest {
  private static final YamlValue TASK =
      YamlValue.mapping("name", YamlValue.text("b"))
          .and("template", YamlValue.text("echo"))
          .and("depends", YamlValue.text("a"))
          .and(
              "arguments",
              YamlValue.mapping(
                  "parameters",
                  YamlValue.sequence(
                      YamlValue.mapping("name", YamlValue.text("p"))
                          .and("value", YamlValue.text("1")))));

  @Test
  void anItemTakesDashesIndentationQuotesAndBracketsFromItsNeighbour() {
    assertEquals(
        """
        tasks:
        -   name: 'a'
            template: "echo"
            arguments:
                parameters: [{name: p, value: '0'}]
        -   name: 'b'
            template: "echo"
            depends: a
            arguments:
                parameters: [{name: p, value: '1'}]
        """,
        edited(
            """
            tasks:
            -   name: 'a'
                template: "echo"
                arguments:
                    parameters: [{name: p, value: '0'}]
            """,
            (writer, root) -> writer.insert(root.get("tasks").orElseThrow(), 1, TASK)));
  }

  @Test
  void anItemAmongOthersInBracketsStandsInBrackets() {
    assertEquals(
        "tasks:\n  - {name: a}\n  - {name: b, template: echo, depends: a, arguments: "
            + "{parameters: [{name: p, value: \"1\"}]}}\n",
        edited(
            "tasks:\n  - {name: a}\n",
            (writer, root) -> writer.insert(root.get("tasks").orElseThrow(), 1, TASK)));
  }

  @Test
  void jsonStaysJson() {
    assertEquals(
        """
        {
          "tasks": [
            {"name": "a"},
            {"name": "b", "on": "yes"}
          ]
        }
        """,
        edited(
            """
            {
              "tasks": [
                {"name": "a"}
              ]
            }
            """,
            (writer, root) ->
                writer.insert(
                    root.get("tasks").orElseThrow(),
                    1,
                    YamlValue.mapping("name", YamlValue.text("b"))
                        .and("on", YamlValue.text("yes")))));
  }

  @Test
  void whatTakesTheLastOutOfBracketsTakesItsCommaToo() {
    assertEquals(
        "a: [\n  x, # one\n  y # two\n]\n",
        edited(
            "a: [\n  x, # one\n  y, # two\n  z # three\n]\n",
            (writer, root) -> writer.removeItems(root.get("a").orElseThrow(), Set.of(2))));
    assertEquals(
        "a: [\n  x, # one\n  z # three\n]\n",
        edited(
            "a: [\n  x, # one\n  y, # two\n  z # three\n]\n",
            (writer, root) -> writer.removeItems(root.get("a").orElseThrow(), Set.of(1))));
  }

  @Test
  void anAnchorStaysWhereItIsAndItsListGrows() {
    assertEquals(
        "a: &x # said\n  - one\n  - two\nb: *x\n",
        edited(
            "a: &x # said\n  - one\nb: *x\n",
            (writer, root) ->
                writer.insert(root.get("a").orElseThrow(), 1, YamlValue.text("two"))));
    assertEquals(
        "a: &x {k: 1} # said\n",
        edited(
                "a: &x # said\n  - one\n",
                (writer, root) ->
                    writer.replace(
                        root.get("a").orElseThrow(),
                        YamlValue.mapping("k", new YamlValue.Plain("1"))))
            .replace("&x # said\n  k: 1", "&x {k: 1} # said"));
  }

  @Test
  void whatAliasesStandForIsNotChangedBehindTheirBack() {
    YamlTree tree = YamlTree.parse(SourceText.of("a: &x one\nb: *x\nc: *x\n"));
    DocumentWriter writer = new DocumentWriter(tree);

    writer.replace(root(tree).get("a").orElseThrow(), YamlValue.text("two"));

    assertEquals(ProblemCode.EDIT_SHARED, writer.edits().refusal().orElseThrow().code());
    assertEquals("[x, 2]", writer.edits().refusal().orElseThrow().arguments().toString());
  }

  @Test
  void anAnchorThatIsUsedIsNotTakenAway() {
    YamlTree tree = YamlTree.parse(SourceText.of("a:\n  - &x one\n  - two\nb: *x\n"));
    DocumentWriter writer = new DocumentWriter(tree);

    writer.removeItems(root(tree).get("a").orElseThrow(), Set.of(0));

    assertEquals(ProblemCode.EDIT_SHARED, writer.edits().refusal().orElseThrow().code());
    assertEquals("[x, 1]", writer.edits().refusal().orElseThrow().arguments().toString());
  }

  @Test
  void aLiteralAtTheEndOfTheTextKeepsItsContent() {
    assertEquals(
        "a:\n  - s: |-\n      x\n  - two",
        edited(
            "a:\n  - s: |\n      x",
            (writer, root) ->
                writer.insert(root.get("a").orElseThrow(), 1, YamlValue.text("two"))));
    assertEquals(
        "a: |\n  x\n", edited("a: |\n  x\nb: y", (writer, root) -> writer.remove(root, "b")));
  }

  @Test
  void itemsBelowTheirDashAndExplicitKeysAreEditedWhereTheyStand() {
    assertEquals(
        "a:\n  -\n    k: 2\n    more: x\n? b\n: c\n",
        edited(
            "a:\n  -\n    k: 1\n? b\n: c\n",
            (writer, root) -> {
              YamlPlace item = root.get("a").orElseThrow().item(0);
              writer.replace(item.get("k").orElseThrow(), new YamlValue.Plain("2"));
              writer.put(item, "more", YamlValue.text("x"));
            }));
    assertEquals(
        "a: 1\n", edited("a: 1\n? b # a: b\n: c\n", (writer, root) -> writer.remove(root, "b")));
  }

  @Test
  void commentsGoWithWhatTheyStandAboveAndNoOthers() {
    assertEquals(
        """
        # licence
        tasks:
          # of a
          - name: a
          # left alone

          - name: c
        """,
        edited(
            """
            # licence
            tasks:
              # of a
              - name: a
              # left alone

              # of b
              - name: b # too
                # and this
              - name: c
            """,
            (writer, root) -> writer.removeItems(root.get("tasks").orElseThrow(), Set.of(1))));
  }

  @Test
  void aNewItemComesAboveTheCommentsOfTheNextAndBelowThoseOfTheOneBefore() {
    assertEquals(
        "a:\n  - x\n    # of x\n  - new\n  # of y\n  - y\n",
        edited(
            "a:\n  - x\n    # of x\n  # of y\n  - y\n",
            (writer, root) ->
                writer.insert(root.get("a").orElseThrow(), 1, YamlValue.text("new"))));
    assertEquals(
        "a:\n  - new\n  # of x\n  - x\n",
        edited(
            "a:\n  # of x\n  - x\n",
            (writer, root) ->
                writer.insert(root.get("a").orElseThrow(), 0, YamlValue.text("new"))));
  }

  @Test
  void keysComeAndGoAtOnce() {
    BiConsumer<DocumentWriter, YamlPlace> change =
        (writer, root) ->
            writer.change(
                root.get("t").orElseThrow(),
                Set.of("name", "depends"),
                Map.of("dependencies", YamlValue.sequence(YamlValue.text("x"))));

    assertEquals(
        "t:\n  template: e # c\n  dependencies:\n    - x\n",
        edited("t:\n  name: a\n  depends: x\n  template: e # c\n", change));
    assertEquals(
        "t: {template: e, dependencies: [x]}\n",
        edited("t: {name: a, depends: x, template: e}\n", change));
    assertEquals("t:\n  dependencies:\n    - x\n", edited("t:\n  name: a\n  depends: x\n", change));
  }

  @Test
  void lineEndsAreThoseOfTheLinesAround() {
    assertEquals(
        "a:\r\n  - x\r\n  - w\r\nb:\n  - z\n  - w\n",
        edited(
            "a:\r\n  - x\r\nb:\n  - z\n",
            (writer, root) -> {
              writer.insert(root.get("a").orElseThrow(), 1, YamlValue.text("w"));
              writer.insert(root.get("b").orElseThrow(), 1, YamlValue.text("w"));
            }));
  }

  @Test
  void aTextOfSeveralLinesIsALiteralAsTheOneBeforeItWithItsComment() {
    assertEquals(
        "s: | # the script\n     one\n     three\n     two\nt: 1\n",
        edited(
            "s: | # the script\n     one\n     two\nt: 1\n",
            (writer, root) ->
                writer.replace(root.get("s").orElseThrow(), YamlValue.text("one\nthree\ntwo\n"))));
  }

  private static String edited(String text, BiConsumer<DocumentWriter, YamlPlace> change) {
    YamlTree tree = YamlTree.parse(SourceText.of(text));
    DocumentWriter writer = new DocumentWriter(tree);
    change.accept(writer, root(tree));
    return writer
        .edits()
        .result()
        .map(edits -> tree.text().apply(edits).toString())
        .orElseGet(() -> "refused: " + writer.edits().refusal());
  }

  private static YamlPlace root(YamlTree tree) {
    return tree.documents().getFirst().place();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tiphys.model.text.SourceText;

/** What is read of a text in which something is half-typed. */
class RecoveryTest {
  private static final String BEFORE = "a:\n  - name: one\n    image: \"x\"\n  - name: two\n";
  private static final String AFTER =
      "    args: [\"p\", \"q\"]\n  - name: three\n    image: 'z'\nb: 1\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "imag",
        "image: \"alpine",
        "image: 'alpine",
        "image: [a, b",
        "image: {a: b",
        "image: {{inputs.parameters.x",
        "image: a: b",
        "image: @x",
        "image: \"x\" y",
        "\timage: x",
        "image: |x",
        "image: &",
        "image: *",
        "image: `x",
        "image: \"\\q\"",
        "- x: \"",
        "? [",
      })
  void theLineThatIsHalfTypedIsLeftOutAndNothingElse(String typed) {
    YamlTree tree = YamlTree.parse(SourceText.of(BEFORE + "    " + typed + "\n" + AFTER));
    assertEquals(List.of(5), lines(tree), () -> tree.syntaxError().toString());
    assertEquals(List.of("one", "two", "three"), names(tree));
  }

  @ParameterizedTest
  @ValueSource(strings = {"   image: x", "     image: x", " image: x", "image: x", "- x"})
  void aLineOutOfLineIsLeftOutAlone(String line) {
    YamlTree tree = YamlTree.parse(SourceText.of(BEFORE + line + "\n" + AFTER));
    assertEquals(List.of(5), lines(tree), () -> tree.syntaxError().toString());
    assertEquals(List.of("one", "two", "three"), names(tree));
  }

  @Test
  void anItemWhoseFirstLineIsBrokenIsLeftOutWhole() {
    String broken = BEFORE.replace("name: two", "name: \"two");
    YamlTree tree = YamlTree.parse(SourceText.of(broken + AFTER));
    assertEquals(List.of("one", "three"), names(tree));
    assertEquals(List.of(4, 5), lines(tree));
  }

  @Test
  void severalBrokenPlacesAreLeftOutEachForItself() {
    String text = BEFORE.replace("\"x\"", "\"x") + "    foo\n" + AFTER + "c: [\n";
    YamlTree tree = YamlTree.parse(SourceText.of(text));
    assertEquals(List.of("one", "two", "three"), names(tree));
    assertEquals(3, tree.damages().size());
  }

  private static List<Integer> lines(YamlTree tree) {
    return tree.damages().stream()
        .flatMap(
            damage ->
                IntStream.rangeClosed(
                        tree.text().lineOf(damage.range().start()),
                        tree.text().lineOf(damage.range().end()))
                    .map(line -> line + 1)
                    .boxed())
        .toList();
  }

  private static List<String> names(YamlTree tree) {
    YamlPlace root = YamlPlace.root(tree.documents().getFirst());
    return root.get("a").stream()
        .flatMap(list -> list.items().stream())
        .flatMap(item -> item.get("name").stream())
        .map(name -> tree.text().slice(name.range()))
        .toList();
  }
}

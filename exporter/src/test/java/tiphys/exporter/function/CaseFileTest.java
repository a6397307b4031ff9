// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.exporter.function.FunctionCase.Expected;
import tiphys.exporter.function.FunctionCase.Given;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;

final class CaseFileTest {
  private static final String WRITTEN =
      """
      # by hand
      cases:
        # the usual
        - {name: doubles, template: double, inputs: {parameters: {n: 21}}, expect: {result: 42}}
      """;
  private static final FunctionCase ADDED =
      new FunctionCase(
          "a: b",
          "double",
          new Given(Map.of("n", "yes"), Map.of("part", "one\ntwo\n"), Map.of()),
          new Expected(
              Optional.of(TextNode.valueOf("0x1f")),
              Map.of("total", TextNode.valueOf("1e3")),
              Map.of(),
              Optional.of("2"),
              Optional.empty()));

  @Test
  void theCasesOfAFileAreBesideIt() {
    assertEquals(Path.of("a", "flow.tests.yaml"), CaseFile.beside(Path.of("a", "flow.yaml")));
    assertEquals(Path.of("flow.tests.yaml"), CaseFile.beside(Path.of("flow.py")));
  }

  @Test
  void aNumberIsTheTextThatArgoMakesOfIt() {
    FunctionCase read = read(WRITTEN).cases().getFirst();
    assertEquals(Map.of("n", "21"), read.given().parameters());
    assertEquals("doubles", read.name());
  }

  @Test
  void aCaseIsAddedAtTheEndAndTheRestStaysAsItWas() {
    for (String before : List.of("", WRITTEN, WRITTEN.stripTrailing(), "cases: # none yet\n")) {
      CaseFile after = read(before).with(ADDED).result().orElseThrow();
      assertTrue(after.text().toString().startsWith(before), after.text().toString());
      assertEquals(ADDED, after.cases().getLast());
      assertEquals(ADDED, read(after.text().toString()).cases().getLast());
      int known = read(before).cases().size();
      assertEquals(known + 2, after.with(ADDED).result().orElseThrow().cases().size());
    }
  }

  @Test
  void whereNoCaseCanBeAddedThatIsSaid() {
    assertEquals(
        ProblemCode.CASE_NOT_ADDED, read("cases: []\n").with(ADDED).refusal().orElseThrow().code());
  }

  @Test
  void whatIsNotUnderstoodIsToldWithItsPlace() {
    tells("case: []\n", "case", 0);
    tells("cases:\n- template: a\n  expects: {result: 1}\n", "expects", 23);
    tells("cases:\n- template: a\n  expect: {results: 1}\n", "results", 32);
    tells("cases:\n- template: a\n  inputs: [1]\n", "", 31);
    tells("cases: 5\n", "cases", 7);
    Problem missing = refusal("cases:\n- name: x\n");
    assertEquals(ProblemCode.CASE_FIELD_MISSING, missing.code());
    assertEquals(ProblemCode.YAML_SYNTAX, refusal("cases: [\n").code());
  }

  private static void tells(String text, String what, int at) {
    Problem why = refusal(text);
    assertEquals(ProblemCode.CASE_FIELD_UNKNOWN, why.code());
    assertEquals(what, why.arguments().getFirst());
    assertEquals(at, why.place().orElseThrow().start());
  }

  private static Problem refusal(String text) {
    return CaseFile.read(SourceText.of(text)).refusal().orElseThrow();
  }

  private static CaseFile read(String text) {
    return CaseFile.read(SourceText.of(text)).result().orElseThrow();
  }
}

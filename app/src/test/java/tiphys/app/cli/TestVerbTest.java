// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;

/** {@code tiphys test}: functions of a workflow run alone, as processes. */
final class TestVerbTest {
  private static final String WORKFLOW =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: flow-}
      spec:
        entrypoint: main
        onExit: never
        arguments: {parameters: [{name: unit, value: m}]}
        templates:
        - name: main
          dag: {tasks: [{name: a, template: double, arguments: {parameters: [{name: num, value: "1"}]}}]}
        - name: double
          retryStrategy: {limit: "5"}
          inputs:
            parameters: [{name: num}, {name: greeting, value: hello}]
            artifacts: [{name: part, path: /tmp/part, optional: true}]
          outputs:
            parameters: [{name: unit, valueFrom: {path: /tmp/unit}}]
            artifacts: [{name: copy, path: /tmp/copy}]
          script:
            image: alpine
            command: [sh]
            source: |
              echo "{{inputs.parameters.greeting}}" >&2
              echo -n "{{workflow.parameters.unit}}" > /tmp/unit
              cat /tmp/part > /tmp/copy 2>/dev/null || true
              echo $(( {{inputs.parameters.num}} * 2 ))
        - name: never
          container: {image: alpine, command: [sh, -c, "echo ran-on-exit; exit 3"]}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void writeTheWorkflow() throws Exception {
    Files.writeString(folder.resolve("flow.yaml"), WORKFLOW);
  }

  @Test
  void casesThatAreAsExpectedAreGood() throws Exception {
    cases(
        """
        cases:
        - name: doubles
          template: double
          inputs: {parameters: {num: 21}, artifacts: {part: "one\\ntwo\\n"}, workflow: {unit: km}}
          expect:
            result: "42"
            parameters: {unit: km}
            artifacts: {copy: "one\\ntwo"}
            log: hello
        - name: ends badly
          template: never
          expect: {exitCode: 3, log: ran-on-exit}
        """);

    assertEquals(0, test("--yes"), out() + err());
    assertTrue(out().contains("ok      double › doubles ("), out());
    assertTrue(out().contains("2 of 2 cases as expected."), out());
  }

  @Test
  void whatIsOtherwiseIsToldAndWrittenForBuildServers() throws Exception {
    cases(
        """
        cases:
        - {name: wrong, template: double, inputs: {parameters: {num: 4}}, expect: {result: 9}}
        - {name: structured, template: double, inputs: {parameters: {num: 4}}, expect: {result: [8]}}
        - {name: lacking, template: double}
        - {name: gone, template: nothing}
        - {name: strange, template: double, inputs: {parameters: {m: 4}}}
        - {name: fine, template: double, inputs: {parameters: {num: 4}}, expect: {result: 8}}
        """);
    Path report = folder.resolve("functions.xml");

    assertEquals(1, test("--yes", "--junit", report.toString()), err());
    assertTrue(out().contains("result: expected “9”, but it is “8”"), out());
    assertTrue(out().contains("The input “num” of “double” has no value."), out());
    assertTrue(out().contains("no script or container “nothing”"), out());
    assertTrue(
        out().contains("“double” takes no input “m”. It takes: num, greeting, part."), out());
    assertTrue(out().contains("1 of 6 cases as expected."), out());
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getDocumentElement();
    assertEquals("6", suite.getAttribute("tests"));
    assertEquals("2", suite.getAttribute("failures"));
    assertEquals("3", suite.getAttribute("errors"));
    assertEquals(6, suite.getElementsByTagName("testcase").getLength());
  }

  @Test
  void nothingIsExecutedThatWasNotAgreedTo() throws Exception {
    cases("cases:\n- {template: never, expect: {exitCode: 3}}\n");

    assertEquals(2, test());
    assertTrue(err().contains("echo ran-on-exit"), err());
    assertTrue(err().contains("Nothing was executed"), err());
    assertFalse(out().contains("never"), out());
  }

  @Test
  void aFileWithoutCasesAndADamagedOneAreTold() throws Exception {
    assertEquals(2, test("--yes"));
    assertTrue(err().contains("no cases in " + folder.resolve("flow.tests.yaml")), err());
    cases("cases:\n- template: double\n  expext: {result: 1}\n");
    assertEquals(2, test("--yes"));
    assertTrue(err().contains("flow.tests.yaml:3:3: error: “expext” is not understood"), err());
  }

  private void cases(String text) throws Exception {
    Files.writeString(folder.resolve("flow.tests.yaml"), text);
  }

  private int test(String... more) {
    out.reset();
    err.reset();
    List<String> words =
        new ArrayList<>(
            List.of("test", folder.resolve("flow.yaml").toString(), "--engine", "process"));
    words.addAll(List.of(more));
    CommandLine line =
        new CommandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Messages.in(Language.ENGLISH));
    return line.execute(words);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

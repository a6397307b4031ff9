// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tiphys.model.given.Corpus;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

final class CorpusChecksTest {
  /**
   * Three files are really wrong: a key stands twice; a step leaves out what its template asks for;
   * a key stands where Argo has none. Files for older versions of Argo have fields that are gone.
   */
  private static final Map<String, List<String>> WRONG =
      Map.of(
          "k8s-patch-json-workflow.yaml",
          List.of("YAML_DUPLICATE_KEY [annotations]"),
          "fibonacci-seq-conditional-param.yaml",
          List.of("FIELD_NOT_IN_ARGO [key, LocalObjectReference]"),
          "suspend-input-duration.yaml",
          List.of("ARGUMENT_MISSING [duration, suspend-with-intermediate-param, get-value-step]"));

  @Test
  void noRuleHasAnythingToSayAboutRealFilesThatAreRight() {
    Map<String, List<String>> told = new TreeMap<>();
    for (Path file : Corpus.files()) {
      DiagramState state = DiagramState.of(SourceText.of(Corpus.text(file)), Positions.NONE);
      List<String> lines =
          state.problems().stream()
              .filter(problem -> problem.code() != ProblemCode.FIELD_REMOVED)
              .map(CorpusChecksTest::line)
              .toList();
      if (!lines.isEmpty()) {
        told.put(file.getFileName().toString(), lines);
      }
    }
    assertEquals(new TreeMap<>(WRONG), told);
  }

  private static String line(Problem problem) {
    return problem.code() + " " + problem.arguments();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tiphys.app.files.TextFile;
import tiphys.exporter.function.CaseFile;
import tiphys.exporter.function.FunctionCase;
import tiphys.exporter.function.FunctionOutcome;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** Cases on the disk, and cases made of what was tried. For the background. */
final class Functions {
  private Functions() {}

  /** The cases beside a file; none where there is no such file. */
  static Outcome<CaseFile> read(Path file) {
    Path kept = CaseFile.beside(file);
    return Files.exists(kept)
        ? TextFile.read(kept).then(text -> CaseFile.read(text.text()))
        : Outcome.done(CaseFile.NONE);
  }

  /** Writes one more case beside a file. */
  static Outcome<CaseFile> keep(Path file, FunctionCase added) {
    return read(file)
        .then(before -> before.with(added))
        .then(
            after -> {
              byte[] bytes = after.text().toString().getBytes(StandardCharsets.UTF_8);
              Optional<Problem> why = TextFile.write(CaseFile.beside(file), bytes);
              return why.isPresent() ? Outcome.refused(why.get()) : Outcome.done(after);
            });
  }

  /** What came of a try, as what is expected from now on. */
  static FunctionCase.Expected expected(FunctionOutcome outcome) {
    return new FunctionCase.Expected(
        outcome.result().filter(text -> !text.isEmpty()).map(TextNode::valueOf),
        texts(outcome.parameters()),
        texts(outcome.artifacts()),
        outcome.exitCode().filter(code -> !code.equals("0")),
        Optional.empty());
  }

  private static Map<String, JsonNode> texts(Map<String, String> values) {
    Map<String, JsonNode> texts = new LinkedHashMap<>();
    values.forEach((name, value) -> texts.put(name, TextNode.valueOf(value)));
    return texts;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;

/**
 * The cases of a file's templates, kept beside it: {@code flow.yaml} has {@code flow.tests.yaml}.
 * It is written by people as much as by this program, so a case that is added leaves the rest as it
 * is.
 */
public record CaseFile(SourceText text, List<FunctionCase> cases) {
  public static final CaseFile NONE = new CaseFile(SourceText.of(""), List.of());

  public CaseFile {
    cases = List.copyOf(cases);
  }

  /** Where the cases of a file are kept. */
  public static Path beside(Path file) {
    String name = String.valueOf(file.getFileName()).replaceAll("\\.(ya?ml|json|py)$", "");
    return file.resolveSibling(name + ".tests.yaml");
  }

  /** Whether a file has such cases, by its name. */
  public static boolean isNamed(String file) {
    return file.endsWith(".tests.yaml");
  }

  /** Refused with the place of what is not understood. */
  public static Outcome<CaseFile> read(SourceText text) {
    return new CaseReader(text).read().then(cases -> Outcome.done(new CaseFile(text, cases)));
  }

  /** With one more case at its end. Refused where the text has no end that one could write at. */
  public Outcome<CaseFile> with(FunctionCase added) {
    String before = text.toString();
    String head = before.isBlank() ? "cases:\n" : before.endsWith("\n") ? before : before + "\n";
    for (String indentation : List.of("", "  ")) {
      Outcome<CaseFile> written = read(SourceText.of(head + item(added, indentation)));
      List<FunctionCase> wanted = new ArrayList<>(cases);
      wanted.add(added);
      if (written.result().filter(file -> file.cases().equals(wanted)).isPresent()) {
        return written;
      }
    }
    return Outcome.refused(ProblemCode.CASE_NOT_ADDED);
  }

  private static String item(FunctionCase added, String indentation) {
    String yaml = ManifestWriter.yaml(json(added));
    return yaml.lines()
        .collect(Collectors.joining("\n" + indentation + "  ", indentation + "- ", "\n"));
  }

  private static ObjectNode json(FunctionCase added) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", added.name()).put("template", added.template());
    FunctionCase.Given given = added.given();
    ObjectNode inputs = JsonNodeFactory.instance.objectNode();
    given.parameters().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> inputs.withObject("/parameters").put(each.getKey(), each.getValue()));
    given.artifacts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> inputs.withObject("/artifacts").put(each.getKey(), each.getValue()));
    given.workflow().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> inputs.withObject("/workflow").put(each.getKey(), each.getValue()));
    if (!inputs.isEmpty()) {
      json.set("inputs", inputs);
    }
    json.set("expect", expected(added.expected()));
    return json;
  }

  private static JsonNode expected(FunctionCase.Expected expected) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    expected.exitCode().ifPresent(code -> json.put("exitCode", code));
    expected.result().ifPresent(value -> json.set("result", value));
    expected.parameters().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> json.withObject("/parameters").set(each.getKey(), each.getValue()));
    expected.artifacts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> json.withObject("/artifacts").set(each.getKey(), each.getValue()));
    expected.log().ifPresent(log -> json.put("log", log));
    return json;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.function;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.manifest.JsonText;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/** Reads cases; the first thing that is not understood is told with its place. */
final class CaseReader {
  private static final List<String> OF_FILE = List.of("cases");
  private static final List<String> OF_CASE = List.of("name", "template", "inputs", "expect");
  private static final List<String> OF_INPUTS = List.of("parameters", "artifacts", "workflow");
  private static final List<String> OF_EXPECT =
      List.of("result", "parameters", "artifacts", "exitCode", "log");

  private final YamlTree tree;
  private Optional<Problem> wrong = Optional.empty();

  CaseReader(SourceText text) {
    this.tree = YamlTree.parse(text);
  }

  Outcome<List<FunctionCase>> read() {
    if (tree.syntaxError().isPresent()) {
      return Outcome.refused(tree.syntaxError().get());
    }
    List<FunctionCase> cases = new ArrayList<>();
    tree.documents().stream()
        .map(document -> document.place())
        .filter(place -> !place.isNull())
        .forEach(place -> file(place, cases));
    return wrong.isPresent() ? Outcome.refused(wrong.get()) : Outcome.done(cases);
  }

  private void file(YamlPlace place, List<FunctionCase> cases) {
    check(place, OF_FILE);
    Optional<YamlPlace> list = place.get("cases").filter(each -> !each.isNull());
    if (list.isPresent() && !list.get().isSequence()) {
      unexpected(list.get(), "cases", "- …");
      return;
    }
    list.ifPresent(items -> items.items().forEach(item -> one(item).ifPresent(cases::add)));
  }

  private Optional<FunctionCase> one(YamlPlace place) {
    check(place, OF_CASE);
    Optional<String> template = text(place, "template");
    if (template.isEmpty()) {
      fail(Problem.error(ProblemCode.CASE_FIELD_MISSING, place.range(), "template"));
      return Optional.empty();
    }
    Optional<YamlPlace> inputs = place.get("inputs").filter(each -> !each.isNull());
    Optional<YamlPlace> expect = place.get("expect").filter(each -> !each.isNull());
    inputs.ifPresent(each -> check(each, OF_INPUTS));
    expect.ifPresent(each -> check(each, OF_EXPECT));
    return Optional.of(
        new FunctionCase(
            text(place, "name").orElse(template.get()),
            template.get(),
            new FunctionCase.Given(
                texts(inputs, "parameters"), texts(inputs, "artifacts"), texts(inputs, "workflow")),
            new FunctionCase.Expected(
                expect.flatMap(each -> each.get("result")).map(ManifestReader::toJson),
                values(expect, "parameters"),
                values(expect, "artifacts"),
                expect.flatMap(each -> text(each, "exitCode")),
                expect.flatMap(each -> text(each, "log")))));
  }

  private static Optional<String> text(YamlPlace place, String key) {
    return place
        .get(key)
        .filter(each -> !each.isNull())
        .map(ManifestReader::toJson)
        .map(JsonText::plain);
  }

  private Map<String, String> texts(Optional<YamlPlace> place, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    values(place, key).forEach((name, value) -> texts.put(name, JsonText.plain(value)));
    return texts;
  }

  private Map<String, JsonNode> values(Optional<YamlPlace> place, String key) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    Optional<YamlPlace> map = place.flatMap(each -> each.get(key)).filter(each -> !each.isNull());
    if (map.isPresent() && !map.get().isMapping()) {
      unexpected(map.get(), key, "NAME: …");
    } else {
      map.ifPresent(
          found ->
              found
                  .entries()
                  .forEach(
                      entry -> values.put(entry.name(), ManifestReader.toJson(entry.value()))));
    }
    return values;
  }

  private void check(YamlPlace place, List<String> known) {
    if (!place.isMapping()) {
      unexpected(place, "", String.join(", ", known));
      return;
    }
    place.entries().stream()
        .filter(entry -> !known.contains(entry.name()))
        .findFirst()
        .ifPresent(entry -> unexpected(entry.key(), entry.name(), String.join(", ", known)));
  }

  private void unexpected(YamlPlace place, String what, String known) {
    fail(Problem.error(ProblemCode.CASE_FIELD_UNKNOWN, place.range(), what, known));
  }

  private void fail(Problem problem) {
    wrong = wrong.or(() -> Optional.of(problem));
  }
}

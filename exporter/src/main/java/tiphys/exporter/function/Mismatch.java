// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.function;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.manifest.JsonText;

/**
 * Something that came out otherwise than expected.
 *
 * @param what {@code result}, {@code exitCode}, {@code log}, {@code parameters.NAME} or {@code
 *     artifacts.NAME}
 * @param found empty where there was none
 */
public record Mismatch(String what, String expected, Optional<String> found) {
  /** All of a run, in the order of the case's fields. */
  public static List<Mismatch> between(FunctionCase.Expected expected, FunctionOutcome outcome) {
    List<Mismatch> all = new ArrayList<>();
    String exit = expected.exitCode().orElse("0");
    if (!outcome.exitCode().filter(exit::equals).isPresent()
        || exit.equals("0") && !outcome.isGood()) {
      String found = outcome.exitCode().orElse("-") + " " + outcome.message();
      all.add(new Mismatch("exitCode", exit, Optional.of(found.strip())));
    }
    expected.result().ifPresent(value -> compare("result", value, outcome.result(), all));
    compareAll("parameters.", expected.parameters(), outcome.parameters(), all);
    compareAll("artifacts.", expected.artifacts(), outcome.artifacts(), all);
    expected
        .log()
        .filter(text -> !outcome.log().contains(text.stripTrailing()))
        .ifPresent(text -> all.add(new Mismatch("log", text, Optional.of(outcome.log()))));
    return all;
  }

  private static void compareAll(
      String begin, Map<String, JsonNode> expected, Map<String, String> found, List<Mismatch> all) {
    expected.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                compare(
                    begin + each.getKey(),
                    each.getValue(),
                    Optional.ofNullable(found.get(each.getKey())),
                    all));
  }

  private static void compare(
      String what, JsonNode expected, Optional<String> found, List<Mismatch> all) {
    boolean isEqual = found.filter(text -> isSame(expected, text)).isPresent();
    if (!isEqual) {
      all.add(new Mismatch(what, JsonText.plain(expected), found));
    }
  }

  private static boolean isSame(JsonNode expected, String found) {
    if (expected.isContainerNode()) {
      return JsonText.parse(found)
          .filter(value -> JsonText.plain(value).equals(JsonText.plain(expected)))
          .isPresent();
    }
    return JsonText.plain(expected).stripTrailing().equals(found.stripTrailing());
  }
}

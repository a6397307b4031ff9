// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.List;
import java.util.Random;

/** Writes JSON, on one line or on many. */
final class SampleJson {
  private final boolean hasLines;
  private final String step;

  SampleJson(Random random) {
    this.hasLines = random.nextBoolean();
    this.step = " ".repeat(2 + random.nextInt(3));
  }

  String write(Sample sample) {
    return value(sample, 0) + "\n";
  }

  private String value(Sample sample, int depth) {
    return switch (sample) {
      case Sample.Text(String text) -> SampleScalars.doubleQuoted(text);
      case Sample.Plain(String text) -> text;
      case Sample.Items(var items) ->
          inBrackets("[", "]", items.stream().map(item -> value(item, depth + 1)).toList(), depth);
      case Sample.Fields(var entries) ->
          inBrackets(
              "{",
              "}",
              entries.stream()
                  .map(
                      entry ->
                          SampleScalars.doubleQuoted(entry.key())
                              + (hasLines ? ": " : ":")
                              + value(entry.value(), depth + 1))
                  .toList(),
              depth);
    };
  }

  private String inBrackets(String open, String close, List<String> parts, int depth) {
    if (parts.isEmpty() || !hasLines) {
      return open + String.join(",", parts) + close;
    }
    String line = "\n" + step.repeat(depth + 1);
    return open + line + String.join("," + line, parts) + "\n" + step.repeat(depth) + close;
  }
}

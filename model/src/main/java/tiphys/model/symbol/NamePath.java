// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.model.text.TextRange;

/**
 * A name of several parts as a tag or an expression has it: {@code tasks.A.outputs.result}, {@code
 * inputs.parameters['a-b']}.
 *
 * @param range within the text it was found in
 */
record NamePath(List<String> parts, TextRange range) {
  /** The first words that Argo gives values to (docs/variables.md). */
  private static final String FIRST =
      "inputs|outputs|tasks|steps|workflow|item|pod|node|retries|lastRetry|cronworkflow";

  /** Quotes within a quoted scalar are escaped: {@code \"} and {@code ''}. */
  private static final String STEP =
      "\\.[\\w-]+|\\[\\s*(?:'{1,2}[^']*'{1,2}|\\\\?\"[^\"\\\\]*\\\\?\"|\\d+)\\s*]";

  private static final Pattern PATH =
      Pattern.compile("(?<![\\w.'\"-])(?:" + FIRST + ")\\b(?![\\w-])(?:" + STEP + ")*");

  private static final Pattern PART =
      Pattern.compile("\\.?([\\w-]+)|\\[\\s*[\\\\'\"]*([^'\"\\]\\\\]*)[\\\\'\"]*\\s*]");

  private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  NamePath {
    parts = List.copyOf(parts);
  }

  /** Those within {@code {{tags}}} and {@code {{=expressions}}} of a text, in order of place. */
  static List<NamePath> inTags(String text) {
    List<NamePath> found = new ArrayList<>();
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      add(tag.group(1), tag.start(1), found);
    }
    return found;
  }

  /** Those of an expression that stands without braces. */
  static List<NamePath> inExpression(String text) {
    List<NamePath> found = new ArrayList<>();
    add(text, 0, found);
    return found;
  }

  private static void add(String expression, int start, List<NamePath> found) {
    Matcher path = PATH.matcher(expression);
    while (path.find()) {
      List<String> parts = new ArrayList<>();
      Matcher part = PART.matcher(path.group());
      while (part.find()) {
        parts.add(part.group(1) == null ? part.group(2) : part.group(1));
      }
      found.add(new NamePath(parts, new TextRange(start + path.start(), start + path.end())));
    }
  }
}

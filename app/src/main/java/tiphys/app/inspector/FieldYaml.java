// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.FieldPath;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlPlace;

/** A field as a piece of YAML for the clipboard, and back. */
final class FieldYaml {
  private static final Pattern KEYED = Pattern.compile("([\\w./-]+):(?:[ ]+(.*)|)");

  private FieldYaml() {}

  /** With its key and as it stands in the text, comments and all; empty where it is not written. */
  static Optional<String> copy(DiagramState state, FieldOwner owner, List<String> path) {
    return FieldPath.find(state, owner, path).map(place -> copy(state, place));
  }

  private static String copy(DiagramState state, YamlPlace place) {
    TextRange whole = Rows.whole(place);
    int column = whole.start() - state.text().lineStart(state.text().lineOf(whole.start()));
    return dedent(state.text().slice(whole), column).stripTrailing() + "\n";
  }

  /**
   * What was copied as a value for a field: behind its own key, if it has that, and without the
   * indentation of where it stood.
   */
  static String value(String copied, String name) {
    String text = copied.stripTrailing();
    int column = text.length() - text.stripLeading().length();
    int inLine = column - (text.substring(0, column).lastIndexOf('\n') + 1);
    String bare = dedent(text.substring(column), inLine);
    String first = bare.lines().findFirst().orElse("");
    Matcher keyed = KEYED.matcher(first);
    if (!keyed.matches() || !keyed.group(1).equals(name)) {
      return bare;
    }
    String rest = bare.substring(first.length()).replaceFirst("^\n", "");
    String inFirst = keyed.group(2) == null ? "" : keyed.group(2);
    boolean isBlock = inFirst.startsWith("|") || inFirst.startsWith(">");
    if (!inFirst.isEmpty() && !isBlock) {
      return unquoted(inFirst);
    }
    int blanks = rest.length() - rest.stripLeading().length();
    return dedent(rest, blanks) + (inFirst.equals("|") ? "\n" : "");
  }

  private static String unquoted(String value) {
    boolean isQuoted =
        value.length() > 1
            && (value.startsWith("\"") && value.endsWith("\"")
                || value.startsWith("'") && value.endsWith("'"));
    boolean isSimple = isQuoted && !value.contains("\\") && !value.contains("''");
    return isSimple ? value.substring(1, value.length() - 1) : value;
  }

  private static String dedent(String text, int column) {
    return text.lines()
        .map(
            line -> {
              int blanks = line.length() - line.stripLeading().length();
              return line.substring(Math.min(blanks, column));
            })
        .collect(Collectors.joining("\n"));
  }
}

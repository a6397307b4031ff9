// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.model.schema.SchemaField;
import tiphys.model.yaml.YamlPlace;

/** What a field of code is written in, as far as its colours and its indentation go. */
enum CodeLanguage {
  PYTHON(
      "#",
      "and|as|assert|async|await|break|class|continue|def|del|elif|else|except|False|finally|for|"
          + "from|global|if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|"
          + "while|with|yield",
      4),
  SHELL(
      "#",
      "case|do|done|elif|else|esac|exit|export|fi|for|function|if|in|local|return|set|shift|"
          + "then|until|while",
      2),
  JAVASCRIPT(
      "//",
      "async|await|break|case|catch|class|const|continue|default|delete|do|else|export|extends|"
          + "false|finally|for|function|if|import|in|instanceof|let|new|null|of|return|static|"
          + "super|switch|this|throw|true|try|typeof|undefined|var|void|while|yield",
      2),
  YAML("#", "true|false|null|yes|no|on|off", 2),
  JSON("//", "true|false|null", 2),
  PLAIN("\0", "\0", 2);

  private final Pattern tokens;
  private final int indent;

  CodeLanguage(String comment, String words, int indent) {
    this.indent = indent;
    this.tokens =
        Pattern.compile(
            "(?<tag>\\{\\{.*?\\}\\})"
                + "|(?<comment>(?<![^\\s;])"
                + Pattern.quote(comment)
                + ".*)"
                + "|(?<key>(?<=^|[{,\\s-])(\"[^\"]*\"|[A-Za-z_][\\w./-]*)(?=:(\\s|$)))"
                + "|(?<text>\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])*'|`[^`]*`)"
                + "|(?<word>\\b("
                + words
                + ")\\b)"
                + "|(?<number>\\b\\d+(\\.\\d+)?\\b)");
  }

  /** A stretch of a line with the style class of its colour. */
  record Span(int start, int end, String styleClass) {}

  /** Blanks for one step of indentation. */
  String step() {
    return " ".repeat(indent);
  }

  /** By the field, the interpreter beside it, or the first line. */
  static CodeLanguage of(SchemaField field, Optional<YamlPlace> around, String text) {
    return switch (field.name()) {
      case "source" -> ofScript(around, text);
      case "manifest", "podSpecPatch", "configuration" ->
          text.stripLeading().startsWith("{") ? JSON : YAML;
      case "body" -> JSON;
      case "args", "command" -> YAML;
      default -> text.contains("\n") ? YAML : PLAIN;
    };
  }

  private static CodeLanguage ofScript(Optional<YamlPlace> around, String text) {
    String first = text.lines().findFirst().filter(line -> line.startsWith("#!")).orElse("");
    String interpreter =
        around
                .flatMap(script -> script.get("command"))
                .map(YamlPlace::items)
                .orElse(List.of())
                .stream()
                .findFirst()
                .flatMap(YamlPlace::text)
                .orElse("")
            + first;
    if (interpreter.contains("python")) {
      return PYTHON;
    }
    return interpreter.contains("node") || interpreter.contains("deno") ? JAVASCRIPT : SHELL;
  }

  /** The whole of a line, in order and without gaps. */
  List<Span> spans(String line) {
    List<Span> spans = new ArrayList<>();
    Matcher token = tokens.matcher(line);
    int at = 0;
    while (this != PLAIN && token.find()) {
      if (token.start() > at) {
        spans.add(new Span(at, token.start(), "code-plain"));
      }
      spans.add(new Span(token.start(), token.end(), "code-" + kind(token)));
      at = token.end();
    }
    if (at < line.length()) {
      spans.add(new Span(at, line.length(), "code-plain"));
    }
    return spans;
  }

  private String kind(Matcher token) {
    if (token.group("key") != null) {
      return this == YAML || this == JSON ? "key" : "plain";
    }
    for (String kind : List.of("tag", "comment", "text", "word")) {
      if (token.group(kind) != null) {
        return kind;
      }
    }
    return "number";
  }
}

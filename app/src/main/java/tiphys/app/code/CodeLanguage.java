// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tiphys.model.schema.SchemaField;
import tiphys.model.yaml.YamlPlace;

/** What a piece of code is written in, as far as its colours and its indentation go. */
public enum CodeLanguage {
  PYTHON(
      "and as assert async await break case class continue def del elif else except False finally"
          + " for from global if import in is lambda match None nonlocal not or pass raise return"
          + " True try while with yield",
      4),
  SHELL(
      "case do done elif else esac exit export fi for function if in local return set shift then"
          + " until while",
      2),
  JAVASCRIPT(
      "async await break case catch class const continue default delete do else export extends"
          + " false finally for function if import in instanceof let new null of return static"
          + " super switch this throw true try typeof undefined var void while yield",
      2),
  YAML("", 2),
  JSON("", 2),
  PLAIN("", 2);

  private final Set<String> words;
  private final int indent;

  CodeLanguage(String words, int indent) {
    this.words = Set.of(words.split(" ", -1));
    this.indent = indent;
  }

  boolean isWord(String word) {
    return words.contains(word);
  }

  /** Blanks for one step of indentation. */
  String step() {
    return " ".repeat(indent);
  }

  /** As people call it. */
  public String title() {
    return switch (this) {
      case PYTHON -> "Python";
      case SHELL -> "Shell";
      case JAVASCRIPT -> "JavaScript";
      case YAML, JSON -> name();
      case PLAIN -> "";
    };
  }

  /**
   * By the field, the interpreter, the image or the first line.
   *
   * @param around the mapping that the field stands in
   */
  public static CodeLanguage of(SchemaField field, Optional<YamlPlace> around, String text) {
    boolean isJson = text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    return switch (field.name()) {
      case "source" -> ofScript(around, text);
      case "manifest", "podSpecPatch", "configuration" -> isJson ? JSON : YAML;
      case "body" -> JSON;
      case "args", "command" -> YAML;
      default -> text.contains("\n") ? isJson ? JSON : YAML : PLAIN;
    };
  }

  private static CodeLanguage ofScript(Optional<YamlPlace> around, String text) {
    String shebang = text.lines().findFirst().filter(line -> line.startsWith("#!")).orElse("");
    String command =
        around.flatMap(script -> script.get("command")).map(CodeLanguage::firstText).orElse("");
    String image =
        around.flatMap(script -> script.get("image")).map(CodeLanguage::firstText).orElse("");
    return byName(shebang).or(() -> byName(command)).or(() -> byName(image)).orElse(SHELL);
  }

  /** A text, or the first of a list of them. */
  private static String firstText(YamlPlace place) {
    return place
        .text()
        .or(() -> place.items().stream().findFirst().flatMap(YamlPlace::text))
        .orElse("");
  }

  private static Optional<CodeLanguage> byName(String said) {
    List<String> names = List.of(said.toLowerCase(Locale.ROOT).split("[^a-z]+", -1));
    if (names.stream().anyMatch(name -> name.startsWith("python") || name.equals("pypy"))) {
      return Optional.of(PYTHON);
    }
    if (names.stream().anyMatch(Set.of("node", "nodejs", "deno", "bun")::contains)) {
      return Optional.of(JAVASCRIPT);
    }
    boolean isShell = names.stream().anyMatch(Set.of("sh", "bash", "dash", "ash", "zsh")::contains);
    return isShell ? Optional.of(SHELL) : Optional.empty();
  }
}

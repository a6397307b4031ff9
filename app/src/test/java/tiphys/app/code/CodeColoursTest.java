// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.model.schema.Schema;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

class CodeColoursTest {
  private static final String BROKEN =
      """
      "never closed {{x
      '''
      <<EOF
      /* ` $( {
      """;

  @Test
  void aTextOfSeveralLinesIsATextOnEachOfThem() {
    String python =
        """
        x = \"""one for
        two if
        \""" + r'c' # three
        for i in x: pass""";

    assertEquals(List.of(), colours(python, CodeLanguage.PYTHON, 1, Span.Role.WORD));
    assertEquals(List.of("two if"), colours(python, CodeLanguage.PYTHON, 1, Span.Role.TEXT));
    assertEquals(List.of("# three"), colours(python, CodeLanguage.PYTHON, 2, Span.Role.COMMENT));
    assertEquals(
        List.of("for", "in", "pass"), colours(python, CodeLanguage.PYTHON, 3, Span.Role.WORD));
  }

  @Test
  void aDocumentWithinAShellScriptIsATextUpToItsEnd() {
    String shell =
        """
        cat <<'END' > x # writes
        for if "
        END
        if true; then echo "a
        b"; fi
        y=$((1 << 2)) <<< here""";

    assertEquals(List.of("for if \""), colours(shell, CodeLanguage.SHELL, 1, Span.Role.TEXT));
    assertEquals(List.of("END"), colours(shell, CodeLanguage.SHELL, 2, Span.Role.MARK));
    assertEquals(List.of("if", "then"), colours(shell, CodeLanguage.SHELL, 3, Span.Role.WORD));
    assertEquals(List.of("b\""), colours(shell, CodeLanguage.SHELL, 4, Span.Role.TEXT));
    assertEquals(List.of("fi"), colours(shell, CodeLanguage.SHELL, 4, Span.Role.WORD));
    assertEquals(List.of(), colours(shell, CodeLanguage.SHELL, 5, Span.Role.MARK));
  }

  @Test
  void aTagIsSeenWithinATextAndJavaScriptHasCommentsOfManyLines() {
    String script = "/* if\nfor */ let a = `x\n{{inputs.parameters.a}} while`;";

    assertEquals(List.of("/* if"), colours(script, CodeLanguage.JAVASCRIPT, 0, Span.Role.COMMENT));
    assertEquals(List.of("let"), colours(script, CodeLanguage.JAVASCRIPT, 1, Span.Role.WORD));
    assertEquals(
        List.of("{{inputs.parameters.a}}"),
        colours(script, CodeLanguage.JAVASCRIPT, 2, Span.Role.TAG));
    assertEquals(List.of(" while`"), colours(script, CodeLanguage.JAVASCRIPT, 2, Span.Role.TEXT));
  }

  @Test
  void aBlockOfTextWithinYamlIsAText() {
    String yaml = "data: |\n  key: true\nnext: 3";

    assertEquals(List.of("  key: true"), colours(yaml, CodeLanguage.YAML, 1, Span.Role.TEXT));
    assertEquals(List.of("next"), colours(yaml, CodeLanguage.YAML, 2, Span.Role.KEY));
  }

  @ParameterizedTest
  @EnumSource
  void everyLineIsCoveredWithoutGapsHoweverBroken(CodeLanguage language) {
    List<String> lines = List.of(BROKEN.split("\n", -1));
    List<List<Span>> all = CodeColours.of(BROKEN, language);

    assertEquals(lines.size(), all.size());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      assertEquals(
          line,
          all.get(i).stream()
              .map(span -> line.substring(span.start(), span.end()))
              .collect(Collectors.joining()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{image: x, command: [python3, -u]}', PYTHON",
    "'{image: \"node:22-alpine\"}', JAVASCRIPT",
    "'{image: \"registry/python:3.13\"}', PYTHON",
    "'{image: debian, command: [bash]}', SHELL",
    "'{image: \"python:3\", command: [sh]}', SHELL",
    "'{image: debian}', SHELL"
  })
  void aScriptIsOfTheLanguageOfItsInterpreter(String script, CodeLanguage wanted) {
    YamlPlace around = YamlTree.parse(SourceText.of(script)).documents().getFirst().place();

    assertEquals(wanted, language("ScriptTemplate", "source", Optional.of(around), "echo"));
  }

  @Test
  void aFirstLineAndABraceTellTheLanguageToo() {
    assertEquals(
        CodeLanguage.PYTHON,
        language("ScriptTemplate", "source", Optional.empty(), "#!/usr/bin/env python3\n"));
    assertEquals(
        CodeLanguage.JSON, language("ResourceTemplate", "manifest", Optional.empty(), "{}"));
    assertTrue(CodeLanguage.PYTHON.title().startsWith("P"));
  }

  private static CodeLanguage language(
      String definition, String field, Optional<YamlPlace> around, String text) {
    return CodeLanguage.of(
        Schema.argo().definition(definition).orElseThrow().field(field).orElseThrow(),
        around,
        text);
  }

  private static List<String> colours(
      String code, CodeLanguage language, int number, Span.Role role) {
    String line = code.split("\n", -1)[number];
    return CodeColours.of(code, language).get(number).stream()
        .filter(span -> span.role() == role)
        .map(span -> line.substring(span.start(), span.end()))
        .toList();
  }
}

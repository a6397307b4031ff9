// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tiphys.exporter.manifest.JsonText;

final class ExpressionTest {
  private static ObjectNode names() {
    ObjectNode names = JsonNodeFactory.instance.objectNode();
    ObjectNode steps = names.putObject("steps");
    steps.putObject("flip-coin").putObject("outputs").put("result", "heads");
    steps.putObject("heads").put("status", "Succeeded");
    names.putObject("inputs").putObject("parameters").put("n", "7").put("json", "{\"a\":[1,2]}");
    return names;
  }

  private static String value(String text) throws EvaluationException {
    return JsonText.plain(Expression.parse(text).evaluate(names()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asInt(inputs.parameters.n) + 1 | 8",
        "asInt(inputs.parameters.n) / 2 | 3.5",
        "2 ** 3 ** 2 | 512",
        "1 + 2 * 3 | 7",
        "-2 + 5 | 3",
        "steps['flip-coin'].outputs.result == 'heads' ? 'yes' : 'no' | yes",
        "steps['flip-coin'].outputs.result == \"tails\" || !(1 > 2) | true",
        "steps.heads.outputs.result == nil | true",
        "steps.heads?.outputs?.result ?? 'none' | none",
        "jsonpath(inputs.parameters.json, '$.a[1]') | 2",
        "toJson(filter([1, 2, 3], {# > 1})) | [2,3]",
        "map([1, 2], # * 2) | [2,4]",
        "sprig.trim(' x ') + upper('y') | xY",
        "'abc' | upper() | ABC",
        "'a' in ['a', 'b'] and 'c' not in ['a'] | true",
        "'hello' matches '^h' ? 1 : 0 | 1",
        "toJson({'b': 1, a: 'x'}) | {\"a\":\"x\",\"b\":1}",
        "'hello'[1:3] | el",
      })
  void hasTheValueThatExprLangGives(String line) throws EvaluationException {
    int bar = line.lastIndexOf('|');
    assertEquals(line.substring(bar + 1).strip(), value(line.substring(0, bar).strip()));
  }

  @Test
  void namesTheFunctionThatItDoesNotKnow() {
    EvaluationException why =
        assertThrows(EvaluationException.class, () -> value("sprig.genCA('x', 1)"));
    assertTrue(why.reason().contains("sprig.genCA"));
  }

  @Test
  void saysThatANameIsUnknownSoThatALaterPassMayTry() {
    assertThrows(UnknownNameException.class, () -> value("retries + 1"));
    assertThrows(UnknownNameException.class, () -> value("steps.tails.outputs.result + 'x'"));
  }

  @Test
  void conditionsCompareBareWords() throws EvaluationException {
    assertTrue(Condition.holds("heads == heads"));
    assertFalse(Condition.holds("heads == tails"));
    assertTrue(Condition.holds(""));
    assertTrue(Condition.holds("( heads == heads && tails == tails ) || 1 > 2"));
    assertTrue(Condition.holds("'x' in ('x', 'y')"));
    assertFalse(Condition.holds("1 == '1'"));
    assertTrue(Condition.holds("'ab' =~ 'b$'"));
  }

  @Test
  void conditionsThatAreNoneAreRefused() {
    assertThrows(EvaluationException.class, () -> Condition.holds(" == x"));
    assertThrows(EvaluationException.class, () -> Condition.holds("my-val == my-val"));
    assertThrows(EvaluationException.class, () -> Condition.holds("heads"));
  }
}

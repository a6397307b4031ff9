// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sigs.k8s.io/yaml, with which Argo reads, makes of plain scalars: goyaml.v2/resolve.go. */
final class ScalarTypeTest {
  @ParameterizedTest
  @CsvSource({
    "y, BOOLEAN",
    "N, BOOLEAN",
    "yes, BOOLEAN",
    "No, BOOLEAN",
    "on, BOOLEAN",
    "OFF, BOOLEAN",
    "true, BOOLEAN",
    "tRue, STRING",
    "yEs, STRING",
    "oN, STRING",
    "'', NULL",
    "~, NULL",
    "null, NULL",
    "Null, NULL",
    "nULL, STRING",
    "nil, STRING",
    "0, INTEGER",
    "-0, INTEGER",
    "+1, INTEGER",
    "0777, INTEGER",
    "0o777, INTEGER",
    "0O17, INTEGER",
    "0888, FLOAT",
    "0o888, STRING",
    "0x1F, INTEGER",
    "-0x1f, INTEGER",
    "0xG, STRING",
    "0b101, INTEGER",
    "-0b101, INTEGER",
    "0b2, STRING",
    "1_000, INTEGER",
    "1__0_, INTEGER",
    "0x_1F, INTEGER",
    "_1, STRING",
    "18446744073709551615, INTEGER",
    "18446744073709551616, FLOAT",
    "+18446744073709551615, FLOAT",
    "-9223372036854775808, INTEGER",
    "-9223372036854775809, FLOAT",
    "0xFFFFFFFFFFFFFFFFFF, INTEGER",
    "-0xFFFFFFFFFFFFFFFFFF, STRING",
    "1.5, FLOAT",
    "1.10, FLOAT",
    "1., FLOAT",
    ".5, FLOAT",
    "-.5, FLOAT",
    ".5_0, STRING",
    "1_0.5, FLOAT",
    "1e3, FLOAT",
    "1E+3, FLOAT",
    "1e400, STRING",
    "1.2.3, STRING",
    "., STRING",
    "-, STRING",
    "+, STRING",
    ".inf, FLOAT",
    "-.Inf, FLOAT",
    "+.INF, FLOAT",
    ".NaN, FLOAT",
    "+.nan, STRING",
    "inf, STRING",
    "12:30:45, STRING",
    "190:20:30.15, STRING",
    "2001-12-14, TIMESTAMP",
    "2001-1-4, TIMESTAMP",
    "2001-12-14T21:59:43Z, TIMESTAMP",
    "2001-12-14t21:59:43.10-05:00, TIMESTAMP",
    "2001-12-14T21:59:43, STRING",
    "2001-12-14 21:59:43.10, TIMESTAMP",
    "2001-12-14 21:59:43Z, STRING",
    "01-12-14, STRING",
    "100m, STRING",
    "1Gi, STRING",
    "=, STRING",
    "<<, MERGE",
  })
  void aPlainScalarIsWhatArgosReaderTakesItFor(String text, ScalarType type) {
    assertEquals(type, ScalarType.ofPlain(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0777, 511",
    "0o777, 511",
    "0x1F, 31",
    "-0b101, -5",
    "1_000, 1000",
    "+1, 1",
    "-0, 0",
    "18446744073709551615, 18446744073709551615"
  })
  void aWholeNumberHasTheValueThatArgoGivesIt(String text, String value) {
    assertEquals(value, ScalarType.integerOf(text).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'''5''', STRING",
    "!!str 5, STRING",
    "! 5, STRING",
    "'!!int ''5''', INTEGER",
    "!!int 5, INTEGER",
    "!!float 5, FLOAT",
    "'!!bool ''yes''', BOOLEAN",
    "'!!null ''''', NULL",
    "!custom 5, STRING",
  })
  void aTagOrQuotesDecideBeforeTheText(String text, ScalarType type) {
    YamlTree tree = YamlTree.parse(tiphys.model.text.SourceText.of(text));
    assertEquals(type, ((YamlScalar) tree.documents().getFirst().root()).type());
  }
}

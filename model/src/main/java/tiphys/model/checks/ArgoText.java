// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.math.BigDecimal;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlScalar;

/** What Argo makes of a scalar where it wants a text (any_string.go: format 'f', -1). */
final class ArgoText {
  private ArgoText() {}

  static String of(YamlScalar scalar) {
    String value = scalar.value();
    return switch (scalar.type()) {
      case BOOLEAN -> Boolean.toString(ScalarType.truthOf(value));
      case INTEGER -> ScalarType.integerOf(value).toString();
      case FLOAT -> number(value.replace("_", ""));
      case STRING, NULL, TIMESTAMP, MERGE -> value;
    };
  }

  private static String number(String text) {
    boolean isFinite = text.chars().noneMatch(c -> c == 'n' || c == 'N');
    if (!isFinite) {
      return text;
    }
    double number = new BigDecimal(text).doubleValue();
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}

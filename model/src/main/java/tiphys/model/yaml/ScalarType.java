// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The type of a plain scalar as Argo sees it. Argo reads with sigs.k8s.io/yaml, which resolves as
 * go-yaml v2 does ({@code resolve.go}): YAML 1.1, so {@code on} is a boolean and {@code 0777} an
 * octal number.
 */
public enum ScalarType {
  STRING,
  BOOLEAN,
  INTEGER,
  FLOAT,
  NULL,
  TIMESTAMP,
  MERGE;

  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> SPECIAL_FLOATS =
      Set.of(
          ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
          "-.Inf", "-.INF");
  private static final Pattern FLOATS =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern INTEGERS =
      Pattern.compile("[-+]?(0[bB][01]+|0[oO]?[0-7]+|0[xX][0-9a-fA-F]+|0|[1-9][0-9]*)");
  private static final Pattern TIMESTAMPS =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}([Tt ]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d*)?(Z|[-+]\\d\\d:\\d\\d)?)?");

  public static ScalarType ofPlain(String text) {
    if (NULLS.contains(text)) {
      return NULL;
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return BOOLEAN;
    }
    if (SPECIAL_FLOATS.contains(text)) {
      return FLOAT;
    }
    if (text.equals("<<")) {
      return MERGE;
    }
    if ("+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return STRING;
    }
    if (TIMESTAMPS.matcher(text).matches()) {
      return TIMESTAMP;
    }
    String digits = text.replace("_", "");
    if (INTEGERS.matcher(digits).matches()) {
      return INTEGER;
    }
    return FLOATS.matcher(digits).matches() ? FLOAT : STRING;
  }

  /** The truth of a plain scalar of type {@link #BOOLEAN}. */
  public static boolean truthOf(String text) {
    return TRUE.contains(text);
  }
}

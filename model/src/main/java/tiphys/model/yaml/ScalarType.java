// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import static java.math.BigInteger.ONE;

import java.math.BigInteger;
import java.util.Locale;
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
          "\\d{4}-\\d{1,2}-\\d{1,2}"
              + "([Tt]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?(Z|[-+]\\d\\d:\\d\\d)"
              + "| \\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?)?");
  private static final BigInteger LARGEST_UNSIGNED = BigInteger.TWO.pow(Long.SIZE).subtract(ONE);

  /** What go-yaml's {@code resolve} makes of a plain scalar. */
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
    return switch (text.charAt(0)) {
      // underscores are taken out of what begins with a digit or a sign, and of nothing else
      case '.' -> isFloat(text) ? FLOAT : STRING;
      case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ofNumber(text);
      default -> STRING;
    };
  }

  private static ScalarType ofNumber(String text) {
    if (TIMESTAMPS.matcher(text).matches()) {
      return TIMESTAMP;
    }
    String digits = text.replace("_", "");
    boolean isInteger = INTEGERS.matcher(digits).matches();
    if (isInteger && fits(integer(digits), digits)) {
      return INTEGER;
    }
    if (isFloat(digits)) {
      return FLOAT;
    }
    // beyond 64 bits only numbers without a sign are read as whole
    return isInteger && Character.isDigit(digits.charAt(0)) ? INTEGER : STRING;
  }

  private static boolean fits(BigInteger value, String digits) {
    boolean isSigned = !Character.isDigit(digits.charAt(0));
    return value.bitLength() < Long.SIZE || !isSigned && value.compareTo(LARGEST_UNSIGNED) <= 0;
  }

  /** As Go's {@code ParseFloat}, which takes what is beyond its range for no number. */
  private static boolean isFloat(String text) {
    return FLOATS.matcher(text).matches() && !Double.isInfinite(Double.parseDouble(text));
  }

  /**
   * The number of a plain scalar of type {@link #INTEGER}: {@code 0777} and {@code 0o777} are
   * octal, {@code 0x1F} and {@code 0b11} what they are everywhere, underscores do not count.
   */
  public static BigInteger integerOf(String text) {
    return integer(text.replace("_", ""));
  }

  private static BigInteger integer(String digits) {
    boolean isSigned = !Character.isDigit(digits.charAt(0));
    String size = (isSigned ? digits.substring(1) : digits).toLowerCase(Locale.ROOT);
    BigInteger value =
        switch (size.length() > 1 ? size.substring(0, 2) : "") {
          case "0x" -> new BigInteger(size.substring(2), 16);
          case "0b" -> new BigInteger(size.substring(2), 2);
          case "0o" -> new BigInteger(size.substring(2), 8);
          default -> new BigInteger(size, size.startsWith("0") ? 8 : 10);
        };
    return digits.startsWith("-") ? value.negate() : value;
  }

  /** The truth of a plain scalar of type {@link #BOOLEAN}. */
  public static boolean truthOf(String text) {
    return TRUE.contains(text);
  }
}

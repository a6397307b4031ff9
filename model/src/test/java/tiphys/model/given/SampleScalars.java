// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

/** Texts in quotes, written without the writer that is under test. */
final class SampleScalars {
  private SampleScalars() {}

  static String doubleQuoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + '"';
  }

  static String singleQuoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Whether every reader takes the bare text for this text, in brackets too. */
  static boolean isPlain(String text) {
    return text.matches("[A-Za-z][-A-Za-z0-9./_]*")
        && !text.matches("(?i)y|n|yes|no|on|off|true|false|null");
  }
}

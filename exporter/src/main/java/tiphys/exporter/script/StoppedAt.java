// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.script;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in what Python's fault handler wrote where a script was. */
final class StoppedAt {
  private static final Pattern FRAME = Pattern.compile("File \"(.*)\", line (\\d+)");

  /** The fault handler writes no more of a name. */
  private static final int LONGEST_NAME = 500;

  private StoppedAt() {}

  /** The innermost line of the script, a question mark where there is none. */
  static String line(String trace, Path script) {
    String written = ascii(script.toString());
    String begins = written.substring(0, Math.min(written.length(), LONGEST_NAME));
    Matcher frame = FRAME.matcher(trace);
    while (frame.find()) {
      if (frame.group(1).startsWith(begins)) {
        return frame.group(2);
      }
    }
    return "?";
  }

  /** As the fault handler writes a text: what is not ASCII as an escape. */
  private static String ascii(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point >= ' ' && point < 0x7f) {
                escaped.append((char) point);
              } else {
                String form = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
                escaped.append(String.format(form, point));
              }
            });
    return escaped.toString();
  }
}

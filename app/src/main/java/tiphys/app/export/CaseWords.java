// SPDX-License-Identifier: Apache-2.0
package tiphys.app.export;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import tiphys.app.message.Messages;
import tiphys.exporter.function.CaseResult;
import tiphys.exporter.function.Mismatch;

/** Tells what cases came to, the same in the window and on the command line. */
public record CaseWords(Messages messages) {
  /** Why a case is not good, a line for each reason; empty for a good one. */
  public String why(CaseResult result) {
    return result
        .refusal()
        .map(messages::problem)
        .orElseGet(
            () -> result.mismatches().stream().map(this::line).collect(Collectors.joining("\n")));
  }

  /** In seconds. */
  public String time(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  private String line(Mismatch mismatch) {
    String expected = quoted(mismatch.expected());
    return mismatch
        .found()
        .map(found -> messages.text("functions.differs", mismatch.what(), expected, quoted(found)))
        .orElseGet(() -> messages.text("functions.missing", mismatch.what(), expected));
  }

  /** In one line, whatever it is. */
  private static String quoted(String text) {
    String line = text.strip().replace("\r", "").replace("\n", "⏎");
    return "“" + (line.length() > 200 ? line.substring(0, 200) + "…" : line) + "”";
  }
}

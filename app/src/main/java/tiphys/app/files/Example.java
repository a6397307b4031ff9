// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tiphys.model.text.SourceText;

/**
 * Workflows that come with the program, to try things on and to begin from. All but those that make
 * resources run with nothing installed.
 */
public enum Example {
  DIAMOND,
  FAN_OUT,
  DECISION,
  MAP_REDUCE,
  TRAINING,
  SWEEP,
  ETL,
  CI,
  APPROVAL,
  RETRIES,
  WORKFLOW_OF_WORKFLOWS,
  FINE_TUNING;

  /** As it stands in sentences and in the name of its file, for example {@code fan-out}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Example> of(String key) {
    return Arrays.stream(values()).filter(example -> example.key().equals(key)).findFirst();
  }

  public String fileName() {
    return key() + ".yaml";
  }

  /** Whether it runs on this computer with nothing installed; else it needs a cluster. */
  public boolean runsHere() {
    return this != WORKFLOW_OF_WORKFLOWS && this != FINE_TUNING;
  }

  public SourceText text() {
    try (InputStream in =
        Objects.requireNonNull(Example.class.getResourceAsStream("example/" + fileName()))) {
      return SourceText.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

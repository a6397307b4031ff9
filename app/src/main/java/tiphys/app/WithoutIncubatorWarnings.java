// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * A standard error that leaves out one sentence of JavaFX: that the code area is an incubating
 * module. The user has not chosen that and can do nothing about it, and JavaFX has no switch for it
 * ({@code com.sun.javafx.ModuleUtil}).
 */
final class WithoutIncubatorWarnings extends PrintStream {
  private static final String BEGINNING = "WARNING: Using incubator modules: jfx.incubator.";

  WithoutIncubatorWarnings(PrintStream to) {
    super(to, true, to.charset());
  }

  @Override
  public void println(@Nullable String line) {
    if (line == null || !line.startsWith(BEGINNING)) {
      super.println(line);
    }
  }
}

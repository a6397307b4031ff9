// SPDX-License-Identifier: Apache-2.0
package tiphys.app.screen;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** What broke on the window's thread where nobody caught it, so that no test would notice. */
public final class Broken {
  private Broken() {}

  /**
   * Fails with the first that passed through Tiphys; what the headless platform does by itself, to
   * windows larger than its screen and to popups that a test hides, is left out. Forgets them all.
   */
  public static void isNothing() {
    Throwable first = null;
    for (Throwable next = next(); next != null; next = next()) {
      if (first == null && isOurs(next)) {
        first = next;
      }
    }
    if (first != null) {
      throw new AssertionError("broke on the window's thread", first);
    }
  }

  private static @Nullable Throwable next() {
    try {
      WaitForAsyncUtils.checkException();
      return null;
    } catch (Throwable broken) {
      return Objects.requireNonNullElse(broken.getCause(), broken);
    }
  }

  private static boolean isOurs(Throwable broken) {
    return Arrays.stream(broken.getStackTrace())
        .map(StackTraceElement::getClassName)
        .anyMatch(name -> name.startsWith("tiphys.") && !isOfTests(name));
  }

  private static boolean isOfTests(String name) {
    return name.contains("Test") || name.startsWith(Broken.class.getPackageName());
  }
}

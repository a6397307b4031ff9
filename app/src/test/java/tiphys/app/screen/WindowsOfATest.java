// SPDX-License-Identifier: Apache-2.0
package tiphys.app.screen;

import java.util.List;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Hides what windows a class of tests left open. A window that is shown keeps its pixels, 15 MB,
 * and all it shows; those of the whole suite together are more than the memory of the machine
 * allows.
 */
public final class WindowsOfATest implements AfterAllCallback {
  @Override
  public void afterAll(ExtensionContext context) {
    if (!Window.getWindows().isEmpty()) {
      Screen.doOnWindow(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }
  }
}

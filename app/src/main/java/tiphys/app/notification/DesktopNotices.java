// SPDX-License-Identifier: Apache-2.0
package tiphys.app.notification;

import java.util.Map;
import javafx.stage.Stage;
import javafx.stage.Window;
import tiphys.app.concurrent.Background;
import tiphys.app.theme.Theme;

/**
 * Tells something on the desktop: through the system where it has a command for that, else in a
 * small window of the program's own. Belongs to the window's thread, which never waits for it.
 */
public final class DesktopNotices {
  private final Map<String, String> environment;
  private final Background remote;
  private final Theme theme;

  /**
   * @param environment whose path is searched for the system's command
   * @param remote for work that waits for other programs
   */
  public DesktopNotices(Map<String, String> environment, Background remote, Theme theme) {
    this.environment = environment;
    this.remote = remote;
    this.theme = theme;
  }

  /**
   * Tells it at once.
   *
   * @param glyph names its sign and colour, as the phases of a run have them
   * @param window the one that it is about; a click on the program's own notice leads there
   */
  public void tell(Stage window, String glyph, String title, String text) {
    remote.run(
        () ->
            DesktopCommand.in(environment).filter(command -> command.show(title, text)).isPresent(),
        isTold -> {
          if (!isTold && window.isShowing()) {
            new NoticePopup(glyph, title, text, theme).show(window);
          }
        });
  }

  /** Whether the user works in a window, or in one that belongs to it. */
  public static boolean isInFront(Stage window) {
    return !window.isIconified()
        && Window.getWindows().stream()
            .filter(Window::isFocused)
            .anyMatch(focused -> focused instanceof Stage stage && belongs(stage, window));
  }

  private static boolean belongs(Stage part, Stage whole) {
    return part.equals(whole) || part.getOwner() instanceof Stage owner && belongs(owner, whole);
  }
}

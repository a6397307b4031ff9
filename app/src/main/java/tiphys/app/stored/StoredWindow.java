// SPDX-License-Identifier: Apache-2.0
package tiphys.app.stored;

import javafx.geometry.Dimension2D;
import javafx.stage.Stage;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Messages;
import tiphys.app.theme.SideWindow;
import tiphys.app.theme.Theme;

/** The window of what clusters keep; one for each window of the program. */
public final class StoredWindow {
  private static final Dimension2D SIZE = new Dimension2D(900, 520);
  private static final Dimension2D LEAST = new Dimension2D(640, 360);

  private final SideWindow window;
  private final Theme theme;
  private final Background remote;

  /**
   * @param remote for work that waits for clusters
   */
  public StoredWindow(Stage owner, Theme theme, Background remote) {
    this.window = new SideWindow(owner, theme);
    this.theme = theme;
    this.remote = remote;
  }

  /** Opens it, or brings it to the front. */
  public void show(Surroundings surroundings, Messages messages) {
    window.show(
        messages.text("stored.title"),
        SIZE,
        LEAST,
        stage -> {
          StoredList list = new StoredList(surroundings, remote, messages);
          StoredDialogs dialogs = new StoredDialogs(stage, theme, messages);
          StoredChanges changes = new StoredChanges(list, surroundings, dialogs);
          return new StoredView(list, changes, surroundings, messages);
        });
  }
}

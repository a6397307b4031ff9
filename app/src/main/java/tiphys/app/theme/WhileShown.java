// SPDX-License-Identifier: Apache-2.0
package tiphys.app.theme;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A value that outlives a view, observed by the view only while it is in a window: so the value
 * does not hold the view in memory. A plain {@code sceneProperty().isNotNull()} as the condition
 * does not do: nothing holds that binding while the view is out of the window, so the view may
 * never hear again.
 */
public final class WhileShown {
  private WhileShown() {}

  public static <T> ObservableValue<T> of(ObservableValue<T> value, Node view) {
    return value.when(view.sceneProperty().map(_ -> true));
  }
}

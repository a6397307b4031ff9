// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * One tab of the panel below the canvas.
 *
 * @param key names its sentence {@code window.panel.KEY}
 * @param view made when the tab is first shown
 * @param badge a short text after the title; empty for none
 */
public record Panel(String key, Supplier<Node> view, ObservableValue<String> badge) {
  public static Panel of(String key, Supplier<Node> view) {
    return new Panel(key, view, new SimpleObjectProperty<>(""));
  }
}

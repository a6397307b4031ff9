// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import javafx.beans.value.ObservableValue;

/** What the window's menu asks of the runs of a file. */
public interface RunTools {
  ObservableValue<Boolean> isRunning();

  void start();

  void stop();

  /** Takes the colours of the last run off the graph. */
  void clear();
}

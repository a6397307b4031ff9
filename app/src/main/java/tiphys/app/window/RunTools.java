// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.Set;
import javafx.beans.value.ObservableValue;

/** What the window's menu asks of the runs of a file. */
public interface RunTools {
  ObservableValue<Boolean> isRunning();

  /** Goes up whenever the details of the run are to be brought to the front. */
  ObservableValue<Number> detailsAsked();

  /**
   * The key of the way in which steps are executed, for example {@code process}; empty on a
   * cluster.
   */
  ObservableValue<String> engine();

  void chooseEngine(String key);

  /** Lets the user choose where to run, clusters too. */
  void chooseWhere();

  /** Whether there may be a run on the graph that can be taken off it. */
  ObservableValue<Boolean> isClearable();

  void start();

  /** Asks for the values of the workflow's parameters, and runs. */
  void startWithArguments();

  void stop();

  /** The keys of what can be done with the run now, for example {@code retry}. */
  ObservableValue<Set<String>> acts();

  void act(String key);

  /** Takes the colours of the last run off the graph. */
  void clear();
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

/** What makes a task run several times. */
public sealed interface Loop {
  /**
   * @param count how many items are written down
   */
  record Items(int count) implements Loop {}

  /**
   * @param text the expression that gives a JSON list
   */
  record Param(String text) implements Loop {}

  /**
   * @param text the sequence as people say it, for example {@code 1…5}
   */
  record Sequence(String text) implements Loop {}
}

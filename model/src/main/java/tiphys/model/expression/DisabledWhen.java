// SPDX-License-Identifier: Apache-2.0
package tiphys.model.expression;

/**
 * How a task is disabled. Argo has no field for it; a condition that is never met skips a task, and
 * what waits for it goes on, as a skipped task counts as done. A condition that is there already is
 * put in brackets behind {@code false}, so that taking both away again gives its very bytes back.
 */
public final class DisabledWhen {
  public static final String ALONE = "false";
  public static final String BEFORE = "false && (";
  public static final String AFTER = ")";

  private DisabledWhen() {}

  /** Whether a condition is one that disables. */
  public static boolean is(String when) {
    return when.strip().equals(ALONE) || isAround(when);
  }

  /** Whether it holds another condition. */
  public static boolean isAround(String when) {
    return when.strip().startsWith(BEFORE) && when.strip().endsWith(AFTER);
  }
}

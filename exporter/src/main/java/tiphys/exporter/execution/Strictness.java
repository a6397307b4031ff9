// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

/** Which tags must have a value in one pass of replacement. */
enum Strictness {
  /** None: what is unknown waits for a later pass. */
  LENIENT,
  /** Those of sibling tasks and steps. */
  SIBLINGS,
  /** All. */
  ALL;

  boolean wants(String tag) {
    return switch (this) {
      case LENIENT -> false;
      case SIBLINGS -> tag.startsWith("tasks.") || tag.startsWith("steps.");
      case ALL -> true;
    };
  }

  /** As for a tag; an expression that may use the item of a loop waits for it. */
  boolean wantsExpression(String expression) {
    return this == ALL || this == SIBLINGS && !expression.contains("item");
  }
}

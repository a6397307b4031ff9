// SPDX-License-Identifier: Apache-2.0
package tiphys.model.expression;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a {@code depends} expression may ask of a task (Argo: ancestry.go). */
public enum TaskResult {
  SUCCEEDED("Succeeded"),
  FAILED("Failed"),
  ERRORED("Errored"),
  SKIPPED("Skipped"),
  OMITTED("Omitted"),
  DAEMONED("Daemoned"),
  /** Some child of a fan-out succeeded. */
  ANY_SUCCEEDED("AnySucceeded"),
  /** Every child of a fan-out failed, and there was one. */
  ALL_FAILED("AllFailed");

  private final String argoName;

  TaskResult(String argoName) {
    this.argoName = argoName;
  }

  public String argoName() {
    return argoName;
  }

  /** Whether only a task with a loop can have it (ARGO-109). */
  public boolean isOfLoop() {
    return this == ANY_SUCCEEDED || this == ALL_FAILED;
  }

  public static Optional<TaskResult> ofArgoName(String name) {
    return Arrays.stream(values()).filter(result -> result.argoName.equals(name)).findFirst();
  }

  /** As the command line takes it, for example {@code any-succeeded}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

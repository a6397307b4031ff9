// SPDX-License-Identifier: Apache-2.0
package tiphys.model.problem;

import java.util.Locale;

/**
 * Every kind of problem. Each has a sentence in {@code problem.properties} of the application,
 * under the key {@link #key()}; {@code {0}}, {@code {1}} … there are the arguments named here.
 */
public enum ProblemCode {
  /** File. */
  FILE_NOT_FOUND,
  /** File. */
  FILE_IS_FOLDER,
  /** File. */
  FILE_DENIED,
  /** File; its size and the limit in megabytes. */
  FILE_TOO_LARGE,
  /** File: it holds bytes that are no UTF-8 text. */
  FILE_NOT_TEXT,
  /** File; the system's reason. */
  FILE_NOT_READ,
  /** File; the system's reason. */
  FILE_NOT_WRITTEN,
  /** The file beside it that keeps the places of its nodes. */
  SIDECAR_DAMAGED,
  /** The parser's reason. */
  YAML_SYNTAX,
  /** Limit of nesting. */
  YAML_TOO_DEEP,
  /** Alias name. */
  YAML_UNKNOWN_ALIAS,
  /** Key. Argo: strict decoding error, ARGO-003. */
  YAML_DUPLICATE_KEY,
  /**
   * The edit could not be made without changing something else; the parser's or planner's reason.
   */
  EDIT_NOT_POSSIBLE;

  /** The key of its sentence, for example {@code yaml-syntax}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

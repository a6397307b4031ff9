// SPDX-License-Identifier: Apache-2.0
package tiphys.model.schema;

import java.util.List;

/** What may stand in a field. */
public sealed interface FieldType {
  /** Types without parts. */
  enum Plain implements FieldType {
    TEXT,
    /** A text of many lines in a language of its own: a script, a manifest, a body. */
    CODE,
    /** A text such as {@code 30s} or {@code 1h30m}; plain seconds in most places. */
    DURATION,
    INTEGER,
    NUMBER,
    TRUTH,
    /** An amount of Kubernetes such as {@code 500m} or {@code 2Gi}; a plain number is one too. */
    QUANTITY,
    INT_OR_TEXT,
    /** A moment by RFC 3339. */
    TIME,
    /** Whatever YAML can say. */
    ANY
  }

  /** One of some words. An empty word among them means that nothing was chosen. */
  record Choice(List<String> words) implements FieldType {
    public Choice {
      words = List.copyOf(words);
    }
  }

  record ListOf(FieldType item) implements FieldType {}

  /** Keys are free. */
  record MapOf(FieldType value) implements FieldType {}

  /**
   * @param definition its name in {@link Schema#definition}
   */
  record ObjectOf(String definition) implements FieldType {}

  /** Whether a field of it holds one scalar. */
  default boolean isScalar() {
    return this instanceof Plain && this != Plain.ANY || this instanceof Choice;
  }
}

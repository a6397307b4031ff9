// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import java.util.Optional;
import tiphys.model.schema.SchemaField;

/**
 * Something that can be written.
 *
 * @param name what is shown and searched
 * @param text what is written in place of the word, line breaks and all
 * @param field of the schema that it is, or whose value it would be
 */
public record Proposal(String name, String text, Kind kind, Optional<SchemaField> field) {
  /** What a proposal is. */
  public enum Kind {
    FIELD,
    CHOICE,
    TEMPLATE,
    TASK,
    VARIABLE
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.schema.Definition;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;

/**
 * What a field of Argo is called and what it is for. A definition that is like another shares its
 * words; words under {@code any} hold for every field of that name that has none of its own.
 */
public final class FieldWords {
  private static final String BUNDLE = "field.";
  private static final String BETWEEN = " | ";

  private final Messages messages;

  public FieldWords(Messages messages) {
    this.messages = messages;
  }

  /** What people call it; the field's own name where there is no better word. */
  public String label(SchemaField field) {
    return words(field)
        .map(words -> words.substring(0, words.indexOf(BETWEEN)))
        .orElse(field.name());
  }

  /** One sentence; empty for rare fields of Kubernetes. */
  public Optional<String> description(SchemaField field) {
    return words(field).map(words -> words.substring(words.indexOf(BETWEEN) + BETWEEN.length()));
  }

  /** Where the words of a field may stand, the nearest first. */
  static List<String> keys(SchemaField field) {
    List<String> keys = new ArrayList<>();
    Optional<Definition> definition = Schema.argo().definition(field.definition());
    while (definition.isPresent()) {
      keys.add(BUNDLE + definition.get().name() + "." + field.name());
      definition = definition.get().like().flatMap(Schema.argo()::definition);
    }
    keys.add(BUNDLE + "any." + field.name());
    return keys;
  }

  private Optional<String> words(SchemaField field) {
    return keys(field).stream().filter(messages::has).findFirst().map(key -> messages.text(key));
  }
}

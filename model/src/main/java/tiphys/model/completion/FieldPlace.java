// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import java.util.Optional;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.text.SourceText;

/** Which field of the schema a key is. */
public final class FieldPlace {
  private FieldPlace() {}

  /** The field whose key stands at an offset, in block style. O(lines above). */
  public static Optional<SchemaField> at(SourceText text, int offset) {
    int number = text.lineOf(offset);
    Line line = Line.of(text, number);
    int start = text.lineStart(number) + line.content();
    boolean isOnKey =
        line.key().filter(key -> start <= offset && offset <= start + key.length()).isPresent();
    if (!isOnKey) {
      return Optional.empty();
    }
    WrittenPlace place = WrittenPlace.at(text, start);
    if (place.isText()) {
      return Optional.empty();
    }
    return Schema.argo()
        .at(DocumentKind.around(text, offset), place.path())
        .flatMap(Schema.argo()::definition)
        .flatMap(definition -> definition.field(line.key().orElseThrow()));
  }
}

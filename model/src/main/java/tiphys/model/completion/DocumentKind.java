// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.text.SourceText;

/** What a document is, by its line {@code kind: …}, wherever else it may be broken. */
final class DocumentKind {
  private DocumentKind() {}

  /** The kind of the document around an offset; a Workflow where it does not say yet. */
  static FieldType around(SourceText text, int offset) {
    int first = text.lineOf(offset);
    while (first > 0 && !Line.of(text, first).isDocumentStart()) {
      first--;
    }
    for (int i = first; i < text.lineCount(); i++) {
      Line line = Line.of(text, i);
      if (i > first && line.isDocumentStart()) {
        break;
      }
      boolean isKind = line.content() == 0 && line.key().filter("kind"::equals).isPresent();
      if (isKind && Schema.KINDS.contains(line.value())) {
        return new FieldType.ObjectOf(line.value());
      }
    }
    return new FieldType.ObjectOf(Schema.KINDS.getFirst());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.List;
import java.util.Optional;
import tiphys.exporter.python.PyStatement;

/** What the code says otherwise than its file, as a comment above it. */
final class NoteComments {
  private NoteComments() {}

  static Optional<PyStatement> of(List<HeraNote> notes) {
    StringBuilder text = new StringBuilder();
    part(text, notes, HeraNote.Kind.LOST, "Hera has no word for these fields, they are left out:");
    part(
        text, notes, HeraNote.Kind.RENEWED, "Hera knows only what took the place of these fields:");
    part(text, notes, HeraNote.Kind.OTHER_KIND, "Hera has no class for this resource:");
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new PyStatement.Comment(text.toString()));
  }

  private static void part(
      StringBuilder text, List<HeraNote> notes, HeraNote.Kind kind, String heading) {
    List<HeraNote> found = notes.stream().filter(note -> note.kind() == kind).toList();
    if (!found.isEmpty()) {
      text.append(heading).append('\n');
      for (HeraNote note : found) {
        String line =
            switch (kind) {
              case LOST -> note.path();
              case RENEWED -> note.path() + " -> " + note.detail();
              case OTHER_KIND -> note.detail();
            };
        text.append("  ").append(line).append('\n');
      }
    }
  }
}

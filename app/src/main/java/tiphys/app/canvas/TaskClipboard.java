// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

/**
 * Copied tasks on the system's clipboard: plain YAML for every editor, and for other windows of
 * this program the same with the templates that the tasks call.
 */
final class TaskClipboard {
  private static final String TYPE = "application/x-tiphys-fragment";

  private TaskClipboard() {}

  static void put(String items, String withTemplates) {
    ClipboardContent content = new ClipboardContent();
    content.putString(items);
    content.put(format(), withTemplates);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** What was copied last, here or anywhere; empty where it is no text. */
  static Optional<String> get() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    return clipboard.getContent(format()) instanceof String whole
        ? Optional.of(whole)
        : Optional.ofNullable(clipboard.getString());
  }

  /** A format may be made only once in a program. */
  private static DataFormat format() {
    DataFormat known = DataFormat.lookupMimeType(TYPE);
    return known == null ? new DataFormat(TYPE) : known;
  }
}

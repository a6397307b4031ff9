// SPDX-License-Identifier: Apache-2.0
package tiphys.app.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import tiphys.app.files.FolderContents;
import tiphys.app.files.FolderFile;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;
import tiphys.model.workflow.ResourceKind;

/**
 * A row of the folder: a file, or a resource in it.
 *
 * @param hint says more, small
 * @param isBad whether the hint says what is wrong with the file
 * @param resource its position in the file, for a resource
 */
record FolderRow(
    String glyph,
    String title,
    String hint,
    boolean isBad,
    Path path,
    OptionalInt resource,
    List<FolderRow> inside) {
  FolderRow {
    inside = List.copyOf(inside);
  }

  /**
   * One row for each file in order of the paths.
   *
   * @param words a file stays if it has all of them, in its path or in what it holds
   */
  static List<FolderRow> of(FolderContents contents, String words, Messages messages) {
    return contents.files().stream()
        .filter(
            file -> !file.resources().isEmpty() || file.trouble().isPresent() || file.isScript())
        .map(file -> of(file, contents.root(), messages))
        .filter(row -> words.isBlank() || Shortcut.hasAll(row.said(), words))
        .toList();
  }

  private static FolderRow of(FolderFile file, Path root, Messages messages) {
    List<FolderRow> inside =
        file.resources().stream().map(held -> of(file.path(), held, messages)).toList();
    String hint =
        file.trouble()
            .map(messages::problem)
            .orElseGet(() -> file.isScript() ? messages.text("folder.script") : "");
    boolean isBad = file.trouble().isPresent();
    return new FolderRow(
        isBad ? "warning" : file.isScript() ? "script" : "new",
        root.relativize(file.path()).toString(),
        hint,
        isBad,
        file.path(),
        OptionalInt.empty(),
        inside);
  }

  private static FolderRow of(Path path, FolderFile.Held held, Messages messages) {
    String title =
        held.title().equals(held.kind().argoName())
            ? messages.text("folder.unnamed")
            : held.title();
    return new FolderRow(
        glyph(held.kind()),
        title,
        held.kind().argoName(),
        false,
        path,
        OptionalInt.of(held.number()),
        List.of());
  }

  private String said() {
    StringBuilder said = new StringBuilder(title).append(' ').append(hint);
    inside.forEach(row -> said.append('\n').append(row.said()));
    return said.toString();
  }

  private static String glyph(ResourceKind kind) {
    return switch (kind) {
      case WORKFLOW -> "window";
      case WORKFLOW_TEMPLATE -> "note";
      case CLUSTER_WORKFLOW_TEMPLATE -> "cloud";
      case CRON_WORKFLOW -> "schedule";
      case WORKFLOW_EVENT_BINDING -> "event";
      case OTHER -> "unknown";
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.files.FileChange;
import tiphys.app.files.FolderRename;
import tiphys.app.message.Messages;

/** What a rename changes, file by file and line by line; other files can be left out. */
final class RenameList extends VBox {
  private final Messages messages;
  private final FolderRename rename;
  private final Set<Path> leftOut = new LinkedHashSet<>();
  private final Label told = new Label();
  private final TreeView<Row> tree = new TreeView<>(new TreeItem<>());

  /** A file, or with a line what changes in it; with a word, a file that is passed over. */
  private record Row(
      Path path, Optional<FileChange> file, Optional<FileChange.Line> line, String word) {}

  RenameList(FolderRename rename, Messages messages) {
    this.rename = rename;
    this.messages = messages;
    getStyleClass().add("rename-list");
    tree.setId("rename-places");
    tree.setShowRoot(false);
    tree.setCellFactory(_ -> new RowCell());
    tree.setPrefSize(760, 340);
    tree.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    rename.all().forEach(this::add);
    for (FolderRename.Unread passed : rename.unread()) {
      String why = messages.text("window.rename.passed", messages.problem(passed.why()));
      tree.getRoot()
          .getChildren()
          .add(new TreeItem<>(new Row(passed.path(), Optional.empty(), Optional.empty(), why)));
    }
    told.setId("rename-told");
    Label after = new Label(messages.text("window.rename.after"));
    after.getStyleClass().add("rename-after");
    after.setWrapText(true);
    getChildren().addAll(told, tree, after);
    tell();
  }

  Set<Path> leftOut() {
    return leftOut;
  }

  private void add(FileChange change) {
    TreeItem<Row> file =
        new TreeItem<>(new Row(change.path(), Optional.of(change), Optional.empty(), ""));
    for (FileChange.Line line : change.lines()) {
      file.getChildren()
          .add(new TreeItem<>(new Row(change.path(), Optional.empty(), Optional.of(line), "")));
    }
    file.setExpanded(true);
    tree.getRoot().getChildren().add(file);
  }

  private void tell() {
    FolderRename now = rename.without(leftOut);
    told.setText(messages.text("window.rename.told", now.places(), now.all().size()));
  }

  /** Space leaves out the chosen file, or takes it again. */
  private void press(KeyEvent event) {
    TreeItem<Row> chosen = tree.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && chosen != null) {
      turn(chosen.getValue().path());
      event.consume();
    }
  }

  private void turn(Path path) {
    if (!path.equals(rename.own().path()) && !leftOut.remove(path)) {
      leftOut.add(path);
    }
    tell();
    tree.refresh();
  }

  private final class RowCell extends TreeCell<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      setText(null);
      setGraphic(row == null || isEmpty ? null : graphic(row));
    }

    private javafx.scene.Node graphic(Row row) {
      if (row.line().isPresent()) {
        return line(row.line().get());
      }
      if (row.file().isEmpty()) {
        Label passed = new Label(name(row.path()) + " – " + row.word());
        passed.getStyleClass().add("rename-passed");
        return passed;
      }
      CheckBox taken = new CheckBox(name(row.path()));
      taken.setMnemonicParsing(false);
      taken.setSelected(!leftOut.contains(row.path()));
      taken.setDisable(row.path().equals(rename.own().path()));
      taken.setFocusTraversable(false);
      taken.setOnAction(_ -> turn(row.path()));
      Label places = new Label(messages.text("window.rename.places", row.file().get().places()));
      places.getStyleClass().add("rename-hint");
      HBox file = new HBox(10, taken, places);
      file.setAlignment(Pos.CENTER_LEFT);
      return file;
    }

    private static VBox line(FileChange.Line line) {
      Label before = new Label(line.number() + "  − " + line.before());
      before.getStyleClass().addAll("mono", "rename-before");
      Label after =
          new Label(" ".repeat(Integer.toString(line.number()).length()) + "  + " + line.after());
      after.getStyleClass().addAll("mono", "rename-new");
      return new VBox(before, after);
    }
  }

  private String name(Path path) {
    Path folder = rename.own().path().getParent();
    return folder != null && path.startsWith(folder)
        ? folder.relativize(path).toString()
        : path.toString();
  }
}

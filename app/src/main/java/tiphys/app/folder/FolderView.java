// SPDX-License-Identifier: Apache-2.0
package tiphys.app.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tiphys.app.files.FolderContents;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;

/** The files of the folder that the shown file is in, with what they hold. */
public final class FolderView extends BorderPane {
  private final Messages messages;
  private final Opening opening;
  private final TextField words = new TextField();
  private final Label told = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final TreeView<FolderRow> tree = new TreeView<>(new TreeItem<>());
  private final ObservableValue<Optional<FolderContents>> contents;
  private List<FolderRow> shown = List.of();

  /** What the folder asks for. */
  public interface Opening {
    /** Shows a file. @param resource the position of what is shown of it, if not the first */
    void open(Path file, OptionalInt resource);

    /** Asks for another folder. */
    void chooseFolder();
  }

  /** Over the place of a file, which may come or change. @param around the contents of a folder */
  public FolderView(
      ObservableValue<Optional<Path>> file,
      Function<Path, ? extends ObservableValue<Optional<FolderContents>>> around,
      Opening opening,
      Messages messages) {
    this.messages = messages;
    this.opening = opening;
    // while it is in no window, the folder must not hold it
    ObservableValue<Boolean> isInWindow = sceneProperty().map(_ -> true).orElse(false);
    this.contents = file.flatMap(path -> contentsOf(path, around)).when(isInWindow);
    getStyleClass().add("folder-view");
    getStylesheets()
        .add(Objects.requireNonNull(FolderView.class.getResource("folder.css")).toExternalForm());
    setTop(head());
    setCenter(tree);
    tree.setId("folder");
    tree.setShowRoot(false);
    tree.setAccessibleText(messages.text("folder.title"));
    tree.setCellFactory(_ -> new RowCell());
    tree.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            openChosen();
          }
        });
    tree.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openChosen();
            event.consume();
          }
        });
    contents.subscribe(_ -> show());
    words.textProperty().subscribe((_, _) -> show());
  }

  @Override
  public void requestFocus() {
    words.requestFocus();
  }

  private static ObservableValue<Optional<FolderContents>> contentsOf(
      Optional<Path> path,
      Function<Path, ? extends ObservableValue<Optional<FolderContents>>> around) {
    return path.isPresent()
        ? around.apply(path.get()).map(found -> found)
        : new SimpleObjectProperty<>(Optional.empty());
  }

  private HBox head() {
    words.setId("folder-words");
    words.setPromptText(messages.text("folder.find"));
    words.setAccessibleText(messages.text("folder.find"));
    words.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    told.setId("folder-told");
    told.setMinWidth(0);
    HBox.setHgrow(told, Priority.ALWAYS);
    told.setMaxWidth(Double.MAX_VALUE);
    progress.setPrefWidth(120);
    progress.managedProperty().bind(progress.visibleProperty());
    Button choose =
        new Button(
            messages.text("window.action.open-folder"), new GlyphView("open", GlyphView.SMALL));
    choose.setId("folder-choose");
    choose.getStyleClass().add("flat");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setOnAction(_ -> opening.chooseFolder());
    HBox head = new HBox(words, told, progress, choose);
    head.getStyleClass().add("folder-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /** From the field down into the tree, and out of a search. */
  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      tree.requestFocus();
      tree.getSelectionModel().selectFirst();
    } else if (event.getCode() == KeyCode.ENTER) {
      tree.getSelectionModel().selectFirst();
      openChosen();
    } else if (event.getCode() == KeyCode.ESCAPE && !words.getText().isEmpty()) {
      words.clear();
    } else {
      return;
    }
    event.consume();
  }

  private void show() {
    Optional<FolderContents> now = contents.getValue();
    progress.setVisible(now.filter(FolderContents::isBeingRead).isPresent());
    now.ifPresent(found -> progress.setProgress((double) found.done() / found.all()));
    List<FolderRow> rows =
        now.map(found -> FolderRow.of(found, words.getText(), messages)).orElse(List.of());
    told.setText(sentence(now, rows));
    showRows(rows);
  }

  /** While a folder is read, rows come at the end: those that are there stay as they are. */
  private void showRows(List<FolderRow> rows) {
    List<TreeItem<FolderRow>> items = tree.getRoot().getChildren();
    int kept = shown.size();
    if (rows.size() >= kept && rows.subList(0, kept).equals(shown)) {
      items.addAll(rows.subList(kept, rows.size()).stream().map(this::item).toList());
    } else {
      tree.getRoot().getChildren().setAll(rows.stream().map(this::item).toList());
    }
    shown = rows;
  }

  private String sentence(Optional<FolderContents> now, List<FolderRow> rows) {
    if (now.isEmpty()) {
      return messages.text("folder.none");
    }
    String root = now.get().root().toString();
    if (now.get().isBeingRead()) {
      return messages.text("folder.reading", root, now.get().done(), now.get().all());
    }
    long bad = rows.stream().filter(FolderRow::isBad).count();
    return bad == 0
        ? messages.text("folder.told", root, rows.size())
        : messages.text("folder.told-bad", root, rows.size(), bad);
  }

  private TreeItem<FolderRow> item(FolderRow row) {
    TreeItem<FolderRow> item = new TreeItem<>(row);
    row.inside().forEach(inner -> item.getChildren().add(item(inner)));
    item.setExpanded(true);
    return item;
  }

  private void openChosen() {
    TreeItem<FolderRow> chosen = tree.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.getValue() != null) {
      opening.open(chosen.getValue().path(), chosen.getValue().resource());
    }
  }

  private static final class RowCell extends TreeCell<FolderRow> {
    @Override
    protected void updateItem(@Nullable FolderRow row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      GlyphView glyph = new GlyphView(row.glyph(), GlyphView.SMALL);
      if (row.isBad()) {
        glyph.getStyleClass().add("severity-error");
      }
      Label title = new Label(row.title());
      title.getStyleClass().add("folder-name");
      title.setMinWidth(Region.USE_PREF_SIZE);
      Label hint = new Label(row.hint());
      hint.getStyleClass().add("folder-hint");
      HBox line = new HBox(8, glyph, title, hint);
      line.setAlignment(Pos.CENTER_LEFT);
      setGraphic(line);
      setAccessibleText(row.hint().isEmpty() ? row.title() : row.title() + ", " + row.hint());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.outline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.command.Command;
import tiphys.model.command.RenameResource;
import tiphys.model.command.RenameTemplate;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Problem;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.TemplateName;

/**
 * What a file holds: its resources, those of Kubernetes included that are none of Argo's, and their
 * templates. Enter or a click shows one on the canvas and in the source; F2 asks for another name.
 */
public final class OutlineView extends StackPane {
  private final Editor editor;
  private final Messages messages;
  private final TreeView<OutlineRow> tree = new TreeView<>(new TreeItem<>());
  private final OutlineName name;
  private List<OutlineRow> shown = List.of();

  /** Over one file. */
  public OutlineView(Editor editor, Messages messages) {
    this.editor = editor;
    this.messages = messages;
    getStyleClass().add("outline-view");
    getStylesheets()
        .add(Objects.requireNonNull(OutlineView.class.getResource("outline.css")).toExternalForm());
    tree.setId("outline");
    tree.setShowRoot(false);
    tree.setAccessibleText(messages.text("outline.title"));
    name = new OutlineName(messages, this::rename, this::renamed);
    tree.setCellFactory(_ -> new RowCell());
    tree.setOnMouseClicked(_ -> goToChosen());
    tree.setOnKeyPressed(this::key);
    getChildren().add(tree);
    editor.state().subscribe(_ -> show());
    editor.scopePath().subscribe(_ -> mark());
  }

  @Override
  public void requestFocus() {
    tree.requestFocus();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F2) {
      event.consume();
      if (event.getCode() == KeyCode.ENTER) {
        goToChosen();
      } else {
        askForName();
      }
    }
  }

  private void askForName() {
    TreeItem<OutlineRow> chosen = tree.getSelectionModel().getSelectedItem();
    if (chosen != null && !chosen.getValue().isPale()) {
      name.ask(chosen.getValue());
      tree.refresh();
      tree.layout();
      name.requestFocus();
    }
  }

  private Optional<Problem> rename(OutlineRow row, String to) {
    int resource = row.scope().resource();
    Command command =
        row.isResource()
            ? new RenameResource(resource, to)
            : new RenameTemplate(resource, row.scope().template(), new TemplateName(to));
    return to.equals(row.title()) ? Optional.empty() : editor.apply(command).refusal();
  }

  private void renamed() {
    tree.refresh();
    tree.requestFocus();
  }

  /** Most edits leave the outline as it is. */
  private void show() {
    List<OutlineRow> rows = OutlineRow.of(editor.state().get(), messages);
    if (!rows.equals(shown)) {
      shown = rows;
      tree.getRoot().getChildren().setAll(rows.stream().map(OutlineView::item).toList());
      mark();
    }
  }

  private static TreeItem<OutlineRow> item(OutlineRow row) {
    TreeItem<OutlineRow> item = new TreeItem<>(row);
    row.inside().forEach(inner -> item.getChildren().add(item(inner)));
    item.setExpanded(true);
    return item;
  }

  /** Chooses the row of what the canvas shows. */
  private void mark() {
    Optional<Scope> scope = editor.scope();
    if (scope.isEmpty()) {
      tree.getSelectionModel().clearSelection();
      return;
    }
    for (TreeItem<OutlineRow> resource : tree.getRoot().getChildren()) {
      boolean isWhole = scope.get().isResource() && isOf(resource, scope.get());
      if (isWhole) {
        tree.getSelectionModel().select(resource);
      }
      for (TreeItem<OutlineRow> template : resource.getChildren()) {
        if (isOf(template, scope.get())) {
          tree.getSelectionModel().select(template);
        }
      }
    }
  }

  private static boolean isOf(TreeItem<OutlineRow> item, Scope scope) {
    return item.getValue().scope().equals(scope);
  }

  private void goToChosen() {
    TreeItem<OutlineRow> chosen = tree.getSelectionModel().getSelectedItem();
    if (chosen == null) {
      return;
    }
    OutlineRow row = chosen.getValue();
    editor.open(row.scope());
    place(row.scope(), row.isResource()).ifPresent(editor::reveal);
  }

  private Optional<TextRange> place(Scope scope, boolean isResource) {
    var locator = editor.state().get().locator();
    return (isResource ? locator.resource(scope.resource()) : locator.template(scope))
        .map(place -> new TextRange(place.start(), place.start()));
  }

  private final class RowCell extends TreeCell<OutlineRow> {
    @Override
    protected void updateItem(@Nullable OutlineRow row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().remove("pale");
      if (row == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      if (name.isOf(row)) {
        setGraphic(name);
        setAccessibleText(null);
        return;
      }
      if (row.isPale()) {
        getStyleClass().add("pale");
      }
      Label title = new Label(row.title());
      title.getStyleClass().add("outline-title");
      Label hint = new Label(row.hint());
      hint.getStyleClass().add("outline-hint");
      HBox line = new HBox(8, new GlyphView(row.glyph(), GlyphView.SMALL), title, hint);
      line.getStyleClass().add("outline-row");
      setGraphic(line);
      setAccessibleText(row.title() + ", " + row.hint());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.Site;
import tiphys.model.symbol.Variable;
import tiphys.model.symbol.Variables;
import tiphys.model.text.TextRange;

/**
 * The variables of a file, each with all that write and read it. A click or Enter leads to the
 * place, in the source and on the canvas. Looked for off the window's thread, and only while it is
 * to be seen.
 */
public final class VariablesView extends BorderPane {
  private final Editor editor;
  private final Messages messages;
  private final Consumer<TextRange> goTo;
  private final Background.Newest finding;
  private final TextField filter = new TextField();
  private final Label summary = new Label();
  private final TreeView<VariableRow> tree = new TreeView<>(new TreeItem<>());
  private final Label nothing = new Label();
  private Optional<DiagramState> shown = Optional.empty();

  /** What was found of one revision. */
  private record Found(DiagramState now, List<Variable> variables, List<VariableRow> rows) {}

  /** Over one file. @param goTo shows a place in the text and on the canvas */
  public VariablesView(
      Editor editor, Messages messages, Background background, Consumer<TextRange> goTo) {
    this.editor = editor;
    this.messages = messages;
    this.goTo = goTo;
    this.finding = background.newest();
    getStyleClass().add("variables-view");
    getStylesheets()
        .add(
            Objects.requireNonNull(VariablesView.class.getResource("variables.css"))
                .toExternalForm());
    filter.setId("variables-filter");
    filter.setPromptText(messages.text("variables.filter"));
    filter.setAccessibleText(messages.text("variables.filter"));
    HBox.setHgrow(filter, Priority.ALWAYS);
    summary.setId("variables-summary");
    summary.getStyleClass().add("outline-hint");
    HBox bar = new HBox(12, filter, summary);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("variables-bar");
    nothing.getStyleClass().add("panel-empty");
    nothing.setMouseTransparent(true);
    dressTree();
    setTop(bar);
    setCenter(new StackPane(tree, nothing));
    listen();
  }

  private void dressTree() {
    tree.setId("variables");
    tree.setShowRoot(false);
    tree.setAccessibleText(messages.text("variables.title"));
    tree.setCellFactory(_ -> new RowCell());
    tree.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getTarget() instanceof Node at && !isArrow(at)) {
            goToChosen();
          }
        });
    tree.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            goToChosen();
            event.consume();
          }
        });
  }

  private void listen() {
    filter.textProperty().subscribe((_, _) -> find());
    filter.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            tree.requestFocus();
            tree.getSelectionModel()
                .select(Math.max(0, tree.getSelectionModel().getSelectedIndex()));
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
          }
        });
    editor.state().subscribe(_ -> follow());
    parentProperty().flatMap(Node::visibleProperty).subscribe(_ -> follow());
  }

  @Override
  public void requestFocus() {
    filter.requestFocus();
  }

  /** The part of a tab that is not selected is there, but cannot be seen. */
  private boolean isSeen() {
    return getParent() != null && getParent().isVisible();
  }

  @SuppressWarnings("ReferenceEquality") // a revision is the same or another one
  private void follow() {
    boolean isNew = shown.filter(state -> state == editor.state().get()).isEmpty();
    if (isSeen() && isNew) {
      find();
    }
  }

  private void find() {
    DiagramState now = editor.state().get();
    String words = filter.getText();
    finding.run(
        () -> {
          List<Variable> variables = Variables.of(now.tree(), now.workflow());
          return new Found(now, variables, VariableRow.of(now, variables, words, messages));
        },
        this::show);
  }

  private void show(Found found) {
    boolean isFiltered = !filter.getText().isBlank();
    // while a file is half-typed, what was found last stays
    if (found.now().tree().syntaxError().isPresent() && shown.isPresent()) {
      return;
    }
    List<String> open = openTitles();
    Optional<String> chosen = chosenTitle();
    shown = Optional.of(found.now());
    tree.getRoot().getChildren().setAll(found.rows().stream().map(RowItem::new).toList());
    for (TreeItem<VariableRow> heading : tree.getRoot().getChildren()) {
      heading.setExpanded(true);
      for (TreeItem<VariableRow> variable : heading.getChildren()) {
        String title = title(variable);
        variable.setExpanded(open.contains(title) || isFiltered && found.rows().size() == 1);
        if (chosen.filter(title::equals).isPresent()) {
          tree.getSelectionModel().select(variable);
        }
      }
    }
    nothing.setText(messages.text(isFiltered ? "variables.none-found" : "variables.none"));
    nothing.setVisible(found.rows().isEmpty());
    summary.setText(summary(found.variables()));
  }

  private List<String> openTitles() {
    List<String> open = new ArrayList<>();
    for (TreeItem<VariableRow> heading : tree.getRoot().getChildren()) {
      heading.getChildren().stream()
          .filter(TreeItem::isExpanded)
          .forEach(variable -> open.add(title(variable)));
    }
    return open;
  }

  private Optional<String> chosenTitle() {
    return Optional.ofNullable(tree.getSelectionModel().getSelectedItem())
        .map(VariablesView::title);
  }

  /** With the heading: two templates may have inputs of one name. */
  private static String title(TreeItem<VariableRow> item) {
    TreeItem<VariableRow> above = item.getParent();
    String heading =
        above == null || above.getValue() == null ? "" : above.getValue().title() + "/";
    return heading + item.getValue().title();
  }

  private String summary(List<Variable> variables) {
    long unread = variables.stream().filter(Variable::isNeverRead).count();
    long unwritten = variables.stream().filter(Variable::isNeverWritten).count();
    List<String> parts = new ArrayList<>();
    parts.add(messages.text("variables.summary", variables.size()));
    if (unread > 0) {
      parts.add(messages.text("variables.summary-never-read", unread));
    }
    if (unwritten > 0) {
      parts.add(messages.text("variables.summary-never-written", unwritten));
    }
    return String.join(" · ", parts);
  }

  private static boolean isArrow(Node at) {
    for (Node node = at; node != null; node = node.getParent()) {
      if (node.getStyleClass().contains("tree-disclosure-node")) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // places hold in the revision they were found in
  private void goToChosen() {
    TreeItem<VariableRow> chosen = tree.getSelectionModel().getSelectedItem();
    DiagramState now = editor.state().get();
    if (chosen != null && shown.filter(state -> state == now).isPresent()) {
      Optional<Site> goal = chosen.getValue().goal();
      goal.map(site -> site.in(now.text())).ifPresent(goTo);
    }
  }

  /** Its children are made when they are first asked for. */
  private static final class RowItem extends TreeItem<VariableRow> {
    private boolean isFilled;

    RowItem(VariableRow row) {
      super(row);
    }

    @Override
    public boolean isLeaf() {
      return getValue().isPlace();
    }

    @Override
    public ObservableList<TreeItem<VariableRow>> getChildren() {
      if (!isFilled) {
        isFilled = true;
        getValue().inside().get().forEach(row -> super.getChildren().add(new RowItem(row)));
      }
      return super.getChildren();
    }
  }

  private final class RowCell extends TreeCell<VariableRow> {
    @Override
    protected void updateItem(@Nullable VariableRow row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Label title = new Label(row.title());
      title.getStyleClass().add("variable-" + row.style());
      Label hint = new Label(row.hint());
      hint.getStyleClass().add("outline-hint");
      HBox line = new HBox(8);
      if (row.isPlace()) {
        boolean isWriter = row.style().equals(VariableRow.WRITER);
        Label does = new Label(messages.text(isWriter ? "variables.written" : "variables.read"));
        does.getStyleClass().add("variable-does");
        line.getChildren()
            .addAll(new GlyphView(isWriter ? "export" : "import", GlyphView.SMALL), does);
      }
      line.getChildren().addAll(title, hint);
      if (!row.mark().isEmpty()) {
        Label mark = new Label(row.mark());
        mark.getStyleClass().add("variable-mark");
        line.getChildren().add(mark);
      }
      line.setAlignment(Pos.CENTER_LEFT);
      setGraphic(line);
      setAccessibleText(String.join(", ", row.title(), row.hint(), row.mark()));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.FieldPath;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;
import tiphys.model.yaml.YamlTree;

/** The form of what is chosen on the canvas. */
public final class InspectorView extends BorderPane {
  private final Editor editor;
  private final Messages messages;
  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final HBox glyphPlace = new HBox();
  private final List<PageForm> forms = new ArrayList<>();
  private final Set<String> opened = new HashSet<>();
  private Sheet shown;
  private int page;

  public InspectorView(Editor editor, Messages messages) {
    this.editor = editor;
    this.messages = messages;
    getStyleClass().add("inspector");
    getStylesheets()
        .add(
            Objects.requireNonNull(InspectorView.class.getResource("inspector.css"))
                .toExternalForm());
    title.getStyleClass().add("panel-title");
    title.setId("inspector-title");
    subtitle.getStyleClass().add("panel-subtitle");
    glyphPlace.setAlignment(Pos.CENTER);
    HBox header = new HBox(9, glyphPlace, new VBox(1, title, subtitle));
    header.getStyleClass().add("inspector-header");
    header.setAlignment(Pos.CENTER_LEFT);
    setTop(header);
    this.shown = sheetNow();
    build();
    editor.state().subscribe((_, _) -> follow());
    editor.selection().subscribe((_, _) -> followChoice());
    editor.scopePath().subscribe((_, _) -> followChoice());
  }

  /** Goes to "Find a field" of the page that is shown. */
  @Override
  public void requestFocus() {
    if (forms.isEmpty()) {
      super.requestFocus();
    } else {
      formInSight().find();
    }
  }

  private PageForm formInSight() {
    return forms.get(Math.min(page, forms.size() - 1));
  }

  private Optional<FieldEditor> rowInUse() {
    return forms.stream().flatMap(form -> form.rowInUse().stream()).findFirst();
  }

  private Sheet sheetNow() {
    DiagramState now = editor.state().get();
    return now.lastWhole()
        .map(
            last ->
                LostRows.keptOf(sheetOf(last), page -> Sheets.again(page, now, messages, opened)))
        .orElseGet(() -> sheetOf(now));
  }

  private Sheet sheetOf(DiagramState state) {
    return Sheets.of(state, editor.scope(), editor.selection().get(), messages, opened);
  }

  /** What is being typed belongs to what was chosen until now. */
  private void followChoice() {
    rowInUse().ifPresent(FieldEditor::takeTyped);
    follow();
  }

  private void follow() {
    YamlTree tree = editor.state().get().tree();
    setDisable(tree.isCutOff()); // nothing can be written until it can be read again
    if (tree.syntaxError().isEmpty() && isChoiceOwed()) {
      return;
    }
    Sheet next = sheetNow();
    boolean isOfSame = isOf(next);
    shown = next;
    if (isOfSame) {
      showHeader();
      for (int i = 0; i < forms.size(); i++) {
        forms.get(i).show(next.pages().get(i));
      }
    } else {
      rebuild();
    }
  }

  /** Of a state that is new, what is chosen is said only after it. */
  private boolean isChoiceOwed() {
    DiagramState state = editor.state().get();
    return editor
        .scope()
        .filter(
            scope ->
                !Scopes.exists(state.workflow(), scope)
                    || !editor.selection().get().isWithin(state.graph(scope)))
        .isPresent();
  }

  private boolean isOf(Sheet next) {
    boolean isAsLong = next.pages().size() == forms.size() && next.chosen().equals(shown.chosen());
    return isAsLong
        && !forms.isEmpty()
        && IntStream.range(0, forms.size()).allMatch(i -> forms.get(i).isOf(next.pages().get(i)));
  }

  /** What was renamed in the form is another thing to it: the keyboard stays in the same field. */
  private void rebuild() {
    Optional<FieldEditor> inUse = rowInUse();
    forms.forEach(PageForm::leave);
    build();
    if (inUse.isPresent()) {
      applyCss(); // tabs take their content in only now, and what is in no window takes no keys
      layout();
      forms.stream()
          .flatMap(form -> form.row(inUse.get().field().id()).stream())
          .findFirst()
          .ifPresent(row -> row.follow(inUse.get()));
    }
  }

  /** Shows a row where nothing may be written yet, and puts the keyboard there. */
  private void open(String prefix, List<String> path) {
    String id = prefix + String.join(".", path);
    opened.add(id);
    follow();
    for (PageForm form : forms) {
      // of a list or a table one wants to add to it: its last line takes the keyboard
      form.row(id)
          .ifPresent(
              row ->
                  form.enter(
                      row,
                      form.row(prefix + "+" + String.join(".", path))
                          .or(() -> form.row(id + "="))
                          .orElse(row)));
    }
  }

  /** The lines of a field in the source. */
  private void light(FieldOwner owner, List<String> path) {
    FieldPath.find(editor.state().get(), owner, path).map(Rows::whole).ifPresent(editor::reveal);
  }

  private void showHeader() {
    title.setText(shown.title());
    subtitle.setText(shown.subtitle());
    glyphPlace
        .getChildren()
        .setAll(new GlyphView(shown.glyph(), GlyphView.LARGE).styled("kind-" + shown.glyph()));
  }

  private void build() {
    forms.clear();
    showHeader();
    if (shown.pages().isEmpty()) {
      setCenter(shown.chosen().isEmpty() ? new VBox() : common(shown.chosen()));
      return;
    }
    TabPane tabs = new TabPane();
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("inspector-tabs");
    for (Sheet.Page each : shown.pages()) {
      PageForm form = new PageForm(each, actions(each.subject()));
      forms.add(form);
      tabs.getTabs().add(new Tab(messages.text("inspector.page." + each.key()), form));
    }
    tabs.getSelectionModel().select(Math.min(page, shown.pages().size() - 1));
    tabs.getSelectionModel()
        .selectedIndexProperty()
        .subscribe((_, chosen) -> page = chosen.intValue());
    setCenter(tabs);
  }

  private FieldActions actions(Subject subject) {
    return new FieldActions(
        subject.owner(),
        messages,
        () -> editor.state().get(),
        command -> editor.apply(command).refusal(),
        path -> light(subject.owner(), path),
        path -> open(subject.prefix(), path));
  }

  private VBox common(Set<NodeId> chosen) {
    Button delete =
        new Button(messages.text("inspector.delete"), new GlyphView("delete", GlyphView.SMALL));
    delete.setOnAction(
        _ -> editor.scope().ifPresent(scope -> editor.apply(new DeleteTasks(scope, chosen))));
    VBox column = new VBox(delete);
    column.getStyleClass().add("inspector-form");
    return column;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.FieldPath;
import tiphys.model.graph.NodeId;

/** The form of what is chosen on the canvas. */
public final class InspectorView extends BorderPane {
  private final Editor editor;
  private final Messages messages;
  private final Map<String, FieldEditor> editors = new HashMap<>();
  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final HBox glyphPlace = new HBox();
  private final List<ScrollPane> forms = new ArrayList<>();
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
    editor.selection().subscribe((_, _) -> follow());
    editor.scopePath().subscribe((_, _) -> follow());
  }

  /** Goes to "Find a field" of the page that is shown. */
  @Override
  public void requestFocus() {
    if (forms.isEmpty()) {
      super.requestFocus();
    } else {
      forms
          .get(Math.min(page, forms.size() - 1))
          .getContent()
          .lookup("#inspector-find")
          .requestFocus();
    }
  }

  private Sheet sheetNow() {
    return Sheets.of(
        editor.state().get(), editor.scope(), editor.selection().get(), messages, opened);
  }

  private void follow() {
    if (editor.state().get().tree().syntaxError().isPresent()) {
      setDisable(true); // half-typed text: the form waits until it can be read again
      return;
    }
    setDisable(false);
    Sheet next = sheetNow();
    boolean isLike = next.isLike(shown) && next.chosen().equals(shown.chosen());
    boolean isSame = isLike && next.isSame(shown);
    shown = next;
    if (isSame) {
      showHeader();
    } else if (isLike) {
      showHeader();
      for (Field field : next.fields()) {
        FieldEditor known = editors.get(field.id());
        if (known != null) {
          known.show(field);
        }
      }
    } else {
      rebuild();
    }
  }

  /** Keeps the keyboard and the view where they were, as far as the rows are still there. */
  private void rebuild() {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    String id = focused == null || focused.getId() == null ? "" : focused.getId();
    boolean isHere = isWithin(focused);
    double scrolled = forms.isEmpty() ? 0 : forms.get(Math.min(page, forms.size() - 1)).getVvalue();
    build();
    applyCss(); // tabs take their content in only now, and what is in no window takes no keys
    layout();
    if (!forms.isEmpty()) {
      forms.get(Math.min(page, forms.size() - 1)).setVvalue(scrolled);
    }
    if (isHere && id.startsWith("field-")) {
      FieldEditor again = editors.get(id.substring("field-".length()));
      if (again != null) {
        again.focusable().requestFocus();
      }
    }
  }

  private boolean isWithin(@Nullable Node node) {
    Node at = node;
    while (at != null && at != this) {
      at = at.getParent();
    }
    return at != null;
  }

  /** Shows a row where nothing may be written yet, and puts the keyboard there. */
  private void open(Sheet.Page on, List<String> path) {
    String id = on.subject().prefix() + String.join(".", path);
    opened.add(id);
    shown = sheetNow();
    build();
    FieldEditor row = editors.get(id);
    if (row != null) {
      Node target =
          shown.fields().stream()
              .filter(field -> field.id().equals(adderOf(on, path)))
              .findFirst()
              .map(field -> editors.get(field.id()))
              .orElse(row)
              .focusable();
      Platform.runLater(
          () -> {
            target.requestFocus();
            reach(row);
          });
    }
  }

  /** Of a list one wants to add to it: its last line takes the keyboard. */
  private static String adderOf(Sheet.Page on, List<String> path) {
    return on.subject().prefix() + "+" + String.join(".", path);
  }

  private void reach(FieldEditor row) {
    for (ScrollPane form : forms) {
      double height = form.getContent().getBoundsInLocal().getHeight();
      double seen = form.getViewportBounds().getHeight();
      if (height > seen && form.getContent().equals(row.getParent())) {
        double top = row.getBoundsInParent().getMinY();
        form.setVvalue(Math.clamp((top - seen / 3) / (height - seen), 0, 1));
      }
    }
  }

  /** The lines of a field in the source. */
  private void light(Sheet.Page on, List<String> path) {
    FieldPath.find(editor.state().get(), on.subject().owner(), path)
        .map(Rows::whole)
        .ifPresent(editor::reveal);
  }

  private void showHeader() {
    title.setText(shown.title());
    subtitle.setText(shown.subtitle());
    glyphPlace
        .getChildren()
        .setAll(new GlyphView(shown.glyph(), GlyphView.LARGE).styled("kind-" + shown.glyph()));
  }

  private void build() {
    editors.clear();
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
      Tab tab = new Tab(messages.text("inspector.page." + each.key()), form(each));
      tabs.getTabs().add(tab);
    }
    tabs.getSelectionModel().select(Math.min(page, shown.pages().size() - 1));
    tabs.getSelectionModel()
        .selectedIndexProperty()
        .subscribe((_, chosen) -> page = chosen.intValue());
    setCenter(tabs);
  }

  private ScrollPane form(Sheet.Page on) {
    VBox column = new VBox();
    column.getStyleClass().add("inspector-form");
    column
        .getChildren()
        .add(
            new FieldFinder(
                messages,
                () -> FieldIndex.of(on.definition(), on.subject().place()),
                path -> open(on, path)));
    FieldActions actions =
        new FieldActions(
            on.subject().owner(),
            messages,
            () -> editor.state().get(),
            command -> editor.apply(command).refusal(),
            path -> light(on, path),
            path -> open(on, path));
    for (Sheet.Section section : on.sections()) {
      if (!section.title().isEmpty()) {
        Label heading = new Label(section.title());
        heading.getStyleClass().add("section-title");
        column.getChildren().add(heading);
      }
      for (Field field : section.fields()) {
        FieldEditor made = new FieldEditor(field, actions);
        editors.put(field.id(), made);
        column.getChildren().add(made);
      }
    }
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    forms.add(scroll);
    return scroll;
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

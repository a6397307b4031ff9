// SPDX-License-Identifier: Apache-2.0
package tiphys.app.hera;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import tiphys.app.code.CodeListing;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.files.TextFile;
import tiphys.app.message.Messages;
import tiphys.exporter.hera.HeraStyle;
import tiphys.exporter.python.PyPrinter.Lines;
import tiphys.model.graph.Scope;
import tiphys.model.place.Locator;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlPlace;

/**
 * The file as YAML and as Python for Hera, side by side, with the lines of the selected task lit in
 * both. A click on a line selects what it is of. Written off the window's thread, and only while it
 * is to be seen.
 */
public final class HeraView extends BorderPane {
  private static final String SERVER = "https://localhost:2746";

  private final Editor editor;
  private final Messages messages;
  private final Consumer<TextRange> goTo;
  private final Supplier<Optional<Path>> whereTo;
  private final Background.Newest writing;
  private final CodeListing yaml;
  private final CodeListing python;
  private final Label comparison = new Label();
  private final Label notes = new Label();
  private final Label said = new Label();
  private final CheckBox submits;
  private final CheckBox functions;
  private Optional<HeraPage> shown = Optional.empty();

  /**
   * Over one file.
   *
   * @param goTo shows a place in the text and on the canvas
   * @param whereTo asks for the file to save to
   */
  public HeraView(
      Editor editor,
      Messages messages,
      Background background,
      Consumer<TextRange> goTo,
      Supplier<Optional<Path>> whereTo) {
    this.editor = editor;
    this.messages = messages;
    this.goTo = goTo;
    this.whereTo = whereTo;
    this.writing = background.newest();
    this.yaml = new CodeListing(messages.text("hera.yaml"), this::chooseYaml);
    this.python = new CodeListing(messages.text("hera.python"), this::choosePython);
    this.submits = choice("submits");
    this.functions = choice("functions");
    yaml.setId("hera-yaml");
    python.setId("hera-python");
    getStyleClass().add("hera-view");
    getStylesheets()
        .add(Objects.requireNonNull(HeraView.class.getResource("hera.css")).toExternalForm());
    SplitPane beside = new SplitPane(yaml, python);
    beside.setDividerPositions(0.5);
    setCenter(beside);
    setTop(bar());
    setBottom(comparison);
    listen();
  }

  private Node bar() {
    comparison.setId("hera-comparison");
    comparison.getStyleClass().add("hera-hint");
    notes.setId("hera-notes");
    notes.setMinWidth(Region.USE_PREF_SIZE);
    notes.getStyleClass().add("hera-mark");
    notes.managedProperty().bind(notes.visibleProperty());
    notes.setVisible(false);
    said.setId("hera-said");
    said.getStyleClass().add("hera-hint");
    Button copy = button("copy", this::copy);
    Button save = button("save", this::save);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(10, said, space, notes, functions, submits, copy, save);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("hera-bar");
    return bar;
  }

  private CheckBox choice(String key) {
    CheckBox choice = new CheckBox(messages.text("hera." + key));
    choice.setId("hera-" + key);
    choice.setMinWidth(Region.USE_PREF_SIZE);
    choice.setTooltip(new Tooltip(messages.text("hera." + key + "-hint")));
    choice.selectedProperty().subscribe((_, _) -> write());
    return choice;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.text("hera." + key));
    button.setId("hera-" + key);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void listen() {
    editor.state().subscribe(_ -> follow());
    editor.selection().subscribe(_ -> light());
    editor.scopePath().subscribe(_ -> light());
    parentProperty().flatMap(Node::visibleProperty).subscribe(_ -> follow());
  }

  @Override
  public void requestFocus() {
    python.requestFocus();
  }

  /** The part of a tab that is not selected is there, but cannot be seen. */
  private boolean isSeen() {
    return getParent() != null && getParent().isVisible();
  }

  @SuppressWarnings("ReferenceEquality") // a revision is the same or another one
  private void follow() {
    boolean isNew = shown.filter(page -> page.state() == editor.state().get()).isEmpty();
    if (isSeen() && isNew) {
      write();
    }
  }

  private void write() {
    DiagramState now = editor.state().get();
    Optional<String> server = submits.isSelected() ? Optional.of(SERVER) : Optional.empty();
    HeraStyle style = new HeraStyle(server, functions.isSelected());
    writing.run(() -> HeraPage.of(now, style), this::show);
  }

  private void show(HeraPage page) {
    said.setText(page.refusal().map(messages::problem).orElse(""));
    // while a file is half-typed, what was written last stays
    if (page.refusal().isPresent()) {
      return;
    }
    shown = Optional.of(page);
    yaml.show(page.yaml());
    python.show(page.python());
    comparison.setText(
        messages.text("hera.comparison", figures(page.ofYaml()), figures(page.ofPython())));
    comparison.setTooltip(new Tooltip(comparison.getText()));
    notes.setVisible(!page.code().notes().isEmpty());
    notes.setText(messages.text("hera.notes", page.code().notes().size()));
    notes.setTooltip(new Tooltip(sentences(page)));
    light();
  }

  private String figures(HeraComparison figures) {
    return messages.text("hera.figures", figures.lines(), figures.levels(), figures.names());
  }

  private String sentences(HeraPage page) {
    return page.code().notes().stream()
        .map(
            note ->
                messages.text(
                    switch (note.kind()) {
                      case LOST -> "hera.lost";
                      case RENEWED -> "hera.renewed";
                      case OTHER_KIND -> "hera.other-kind";
                    },
                    note.path(),
                    note.detail()))
        .collect(Collectors.joining("\n"));
  }

  @SuppressWarnings("ReferenceEquality") // a revision is the same or another one
  private void light() {
    Optional<HeraPage> page = shown.filter(known -> known.state() == editor.state().get());
    Optional<YamlPlace> place = page.flatMap(known -> selected(known.state()));
    if (place.isEmpty()) {
      yaml.lightNothing();
      python.lightNothing();
      return;
    }
    SourceText text = page.orElseThrow().state().text();
    TextRange range = place.get().range();
    yaml.light(text.lineOf(range.start()), text.lineOf(Math.max(range.start(), range.end() - 1)));
    Optional<Lines> lines = page.orElseThrow().places().linesOf(place.get());
    lines.ifPresentOrElse(
        found -> python.light(found.first() - 1, found.last() - 1), python::lightNothing);
  }

  /** The text of the one node that is selected. */
  private Optional<YamlPlace> selected(DiagramState state) {
    Optional<Scope> scope = editor.scope();
    if (scope.isEmpty() || state.tree().syntaxError().isPresent()) {
      return Optional.empty();
    }
    Locator locator = state.locator();
    return editor
        .selection()
        .get()
        .single()
        .flatMap(
            node ->
                locator
                    .task(scope.get(), node)
                    .or(
                        () ->
                            node.value().equals(scope.get().template().value())
                                ? locator.template(scope.get())
                                : Optional.empty()));
  }

  private void chooseYaml(int line) {
    shown.ifPresent(
        page -> {
          SourceText text = page.state().text();
          goTo.accept(new TextRange(text.lineStart(line), text.lineEnd(line)));
        });
  }

  private void choosePython(int line) {
    shown
        .flatMap(page -> page.places().placeOf(line + 1))
        .ifPresent(place -> goTo.accept(place.range()));
  }

  private void copy() {
    shown.ifPresent(
        page -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(page.code().text());
          Clipboard.getSystemClipboard().setContent(content);
          said.setText(messages.text("hera.copied"));
        });
  }

  private void save() {
    Optional<Path> target = shown.isPresent() ? whereTo.get() : Optional.empty();
    target.ifPresent(
        path -> {
          byte[] bytes = shown.orElseThrow().code().text().getBytes(StandardCharsets.UTF_8);
          Optional<Problem> trouble = TextFile.write(path, bytes);
          said.setText(
              trouble.map(messages::problem).orElseGet(() -> messages.text("hera.saved", path)));
        });
  }
}

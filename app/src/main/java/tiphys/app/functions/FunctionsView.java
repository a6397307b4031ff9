// SPDX-License-Identifier: Apache-2.0
package tiphys.app.functions;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.message.Messages;
import tiphys.exporter.function.CaseFile;
import tiphys.exporter.function.FunctionCase;
import tiphys.exporter.function.FunctionOutcome;
import tiphys.exporter.function.FunctionTemplate;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunPreview;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;

/**
 * The function of the selected task: filled in, run alone on this computer, and kept as a case; and
 * the cases that the file has.
 */
public final class FunctionsView extends BorderPane {
  private final Editor editor;
  private final Messages messages;
  private final Means means;
  private final Background background;
  private final Background.Newest finding;
  private final FunctionRuns runs;
  private final ComboBox<String> names = new ComboBox<>();
  private final FunctionForm form;
  private final OutcomeView outcome;
  private final CaseList cases;
  private final Button run;
  private final Button keep;
  private final Button runAll;
  private final TextField caseName = new TextField();
  private final Label said = new Label();
  private List<FunctionTemplate> functions = List.of();
  private Optional<DiagramState> found = Optional.empty();
  private Optional<Tried> tried = Optional.empty();

  /** What functions need of the program. */
  public interface Means {
    /** Where the file is kept; empty before it is saved. */
    Optional<Path> file();

    EngineChoice engine();

    /** Whether the user lets this be executed. */
    boolean agrees(RunPreview preview);
  }

  private record Tried(FunctionTemplate of, FunctionCase.Given given, FunctionOutcome outcome) {}

  /** Over one file. @param background for what waits for processes */
  public FunctionsView(Editor editor, Means means, Background background, Messages messages) {
    this.editor = editor;
    this.messages = messages;
    this.means = means;
    this.background = background;
    this.finding = background.newest();
    this.runs = new FunctionRuns(means, background);
    this.form = new FunctionForm(messages);
    this.outcome = new OutcomeView(messages);
    this.cases = new CaseList(messages, row -> choose(row.of()));
    this.run = button("try", this::tryIt);
    this.keep = button("keep", this::keep);
    this.runAll = button("run-all", this::runAll);
    getStyleClass().add("functions-view");
    getStylesheets()
        .add(
            Objects.requireNonNull(FunctionsView.class.getResource("functions.css"))
                .toExternalForm());
    names.setId("function-name");
    names.setAccessibleText(messages.text("functions.of"));
    names.valueProperty().subscribe(_ -> showFunction());
    SplitPane parts = new SplitPane(left(), middle(), right());
    parts.setDividerPositions(0.33, 0.66);
    setCenter(parts);
    editor.state().subscribe(_ -> follow());
    editor.selection().subscribe(_ -> followChoice());
    editor.scopePath().subscribe(_ -> followChoice());
    parentProperty().flatMap(Node::visibleProperty).subscribe(_ -> appear());
  }

  @Override
  public void requestFocus() {
    names.requestFocus();
  }

  private Node left() {
    HBox.setHgrow(names, Priority.ALWAYS);
    names.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(8, names, run);
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane inputs = new ScrollPane(form);
    inputs.setFitToWidth(true);
    VBox.setVgrow(inputs, Priority.ALWAYS);
    return column(head, inputs);
  }

  private Node middle() {
    caseName.setId("function-case-name");
    caseName.setPromptText(messages.text("functions.keep-name"));
    caseName.setAccessibleText(messages.text("functions.keep-name"));
    HBox.setHgrow(caseName, Priority.ALWAYS);
    HBox keeping = new HBox(8, caseName, keep);
    keeping.setAlignment(Pos.CENTER_LEFT);
    keep.setDisable(true);
    said.setId("function-said");
    said.setWrapText(true);
    said.getStyleClass().add("function-hint");
    VBox.setVgrow(outcome, Priority.ALWAYS);
    return column(outcome, keeping, said);
  }

  private Node right() {
    Label title = new Label(messages.text("functions.cases"));
    title.getStyleClass().add("function-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, title, space, runAll);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(cases, Priority.ALWAYS);
    return column(head, cases);
  }

  private static VBox column(Node... parts) {
    VBox column = new VBox(8, parts);
    column.getStyleClass().add("function-column");
    return column;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.text("functions." + key));
    button.setId("function-" + key);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private boolean isSeen() {
    return getParent() != null && getParent().isVisible();
  }

  /** What stands beside the file may be another than when it was seen last. */
  private void appear() {
    follow();
    if (isSeen()) {
      readCases();
    }
  }

  @SuppressWarnings("ReferenceEquality") // a revision is the same or another one
  private void follow() {
    DiagramState now = editor.state().get();
    boolean isNew = found.filter(state -> state == now).isEmpty();
    if (isSeen() && isNew && now.tree().syntaxError().isEmpty()) {
      finding.run(() -> FunctionTemplate.of(now.tree()), all -> show(now, all));
    }
  }

  private void show(DiagramState state, List<FunctionTemplate> all) {
    boolean isFirst = found.isEmpty();
    found = Optional.of(state);
    functions = all;
    String before = names.getValue() == null ? "" : names.getValue();
    List<String> known = all.stream().map(FunctionTemplate::name).distinct().toList();
    if (!known.equals(names.getItems())) {
      names.setItems(FXCollections.observableArrayList(known));
      names.setValue(known.contains(before) ? before : known.stream().findFirst().orElse(null));
    }
    run.setDisable(all.isEmpty());
    if (all.isEmpty()) {
      outcome.say("", messages.text("functions.none"));
    }
    if (isFirst) {
      followChoice();
    }
    showFunction();
  }

  private void showFunction() {
    chosen().ifPresent(form::show);
  }

  private Optional<FunctionTemplate> chosen() {
    return functions.stream().filter(each -> each.name().equals(names.getValue())).findFirst();
  }

  /** The template of the one task that is selected, or the one that is shown as a whole. */
  private void followChoice() {
    Optional<Scope> scope = editor.scope();
    if (found.isEmpty() || scope.isEmpty()) {
      return;
    }
    DiagramState state = found.get();
    editor
        .selection()
        .get()
        .single()
        .flatMap(node -> state.locator().task(scope.get(), node))
        .flatMap(task -> task.get("template"))
        .flatMap(place -> place.text())
        .or(() -> Optional.of(scope.get().template().value()))
        .filter(names.getItems()::contains)
        .ifPresent(names::setValue);
  }

  private void choose(FunctionCase of) {
    if (names.getItems().contains(of.template())) {
      names.setValue(of.template());
      form.fill(of.given());
    }
  }

  private void tryIt() {
    Optional<FunctionTemplate> function = chosen();
    if (function.isPresent() && found.isPresent()) {
      begin();
      FunctionCase.Given given = form.given();
      runs.run(found.get().tree(), function.get(), given, new Trial(function.get(), given));
    }
  }

  private final class Trial implements FunctionRuns.Ear {
    private final FunctionTemplate of;
    private final FunctionCase.Given given;

    Trial(FunctionTemplate of, FunctionCase.Given given) {
      this.of = of;
      this.given = given;
    }

    @Override
    public void refused(Problem why) {
      end();
      outcome.say("warning", messages.problem(why));
    }

    @Override
    public void declined() {
      end();
      outcome.say("", messages.text("functions.nothing"));
    }

    @Override
    public void started() {
      outcome.say("running", messages.text("functions.running"));
    }

    @Override
    public void came(FunctionOutcome came) {
      tried = Optional.of(new Tried(of, given, came));
      end();
      outcome.show(came);
    }
  }

  private void begin() {
    run.setDisable(true);
    runAll.setDisable(true);
    keep.setDisable(true);
    said.setText("");
  }

  private void end() {
    run.setDisable(functions.isEmpty());
    runAll.setDisable(false);
    keep.setDisable(tried.isEmpty());
  }

  private void keep() {
    if (tried.isEmpty()) {
      return;
    }
    Optional<Path> file = means.file();
    if (file.isEmpty()) {
      said.setText(messages.text("functions.unsaved"));
      return;
    }
    Tried last = tried.get();
    String typed = caseName.getText().strip();
    String name = typed.isEmpty() ? last.of().name() + " " + (cases.getItems().size() + 1) : typed;
    FunctionCase added =
        new FunctionCase(name, last.of().name(), last.given(), Functions.expected(last.outcome()));
    String kept = String.valueOf(CaseFile.beside(file.get()).getFileName());
    background.run(
        () -> Functions.keep(file.get(), added),
        after -> {
          said.setText(
              after
                  .refusal()
                  .map(messages::problem)
                  .orElseGet(() -> messages.text("functions.kept", kept)));
          after.result().ifPresent(now -> cases.show(now.cases()));
          caseName.clear();
        });
  }

  private void readCases() {
    Optional<Path> file = means.file();
    file.ifPresent(
        path -> {
          keep.setTooltip(
              new Tooltip(
                  messages.text("functions.keep-hint", CaseFile.beside(path).getFileName())));
          background.run(() -> Functions.read(path), this::showCases);
        });
  }

  private void showCases(Outcome<CaseFile> read) {
    read.result().ifPresent(now -> cases.show(now.cases()));
    said.setText(read.refusal().map(messages::problem).orElse(""));
  }

  private void runAll() {
    Optional<Path> file = means.file();
    if (file.isEmpty() || found.isEmpty()) {
      said.setText(messages.text("functions.unsaved"));
      return;
    }
    begin();
    background.run(() -> Functions.read(file.get()), this::runAll);
  }

  private void runAll(Outcome<CaseFile> read) {
    showCases(read);
    List<FunctionCase> wanted = read.result().map(CaseFile::cases).orElse(List.of());
    if (wanted.isEmpty()) {
      end();
      return;
    }
    runs.runAll(
        found.orElseThrow().tree(),
        wanted,
        cases::show,
        () -> {
          end();
          said.setText(messages.text("functions.passed", cases.good(), wanted.size()));
        });
  }
}

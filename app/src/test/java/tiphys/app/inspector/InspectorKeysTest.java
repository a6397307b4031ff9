// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Reveal;
import tiphys.app.editor.Selection;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.SetField;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;

/** The form without a mouse: where the keys go, and what each of them does there. */
class InspectorKeysTest {
  private static final String TEXT =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: CronWorkflow
      metadata:
        name: nightly
      spec:
        schedules: ["0 3 * * *"]
        timezone: Asia/Tokyo
        workflowSpec:
          entrypoint: main
          parallelism: 2
          templates:
          - name: main
            dag:
              tasks:
              - name: load
                template: say
                arguments:
                  parameters:
                  - name: message
                    value: hello
              - name: check
                template: say
                arguments:
                  parameters:
                  - name: message
                    value: there
          - name: say
            inputs:
              parameters:
              - name: message
            retryStrategy:
              limit: 2
              retryPolicy: Always
            script:
              image: python:3.13
              command: [python]
              env:
              - name: FIRST
                value: "1"
              - name: SECOND
                valueFrom:
                  fieldRef:
                    fieldPath: metadata.name
              source: |
                print("one")
      """;

  private final Editor editor = new Editor(Diagram.open(SourceText.of(TEXT), Positions.NONE));
  private @Nullable Screen screen;

  private void show(double width, Language language, ThemeChoice theme) {
    screen = Screen.show(() -> new InspectorView(editor, Messages.in(language)), width, 900, theme);
  }

  private void showTask() {
    show(340, Language.ENGLISH, ThemeChoice.LIGHT);
    Screen.doOnWindow(() -> editor.select(Selection.of(new NodeId("load"))));
    screen().settle();
  }

  private Screen screen() {
    return Objects.requireNonNull(screen);
  }

  private Hand hand() {
    return new Hand(screen(), screen().scene().getRoot());
  }

  private String text() {
    return editor.state().get().text().toString();
  }

  @Test
  void tabReachesEveryFieldAndHeadOfAForm() {
    show(340, Language.ENGLISH, ThemeChoice.LIGHT);
    Set<String> wanted =
        Screen.onWindow(
            () ->
                screen().scene().getRoot().lookupAll(".field-editor *").stream()
                    .filter(
                        node -> node.getId() != null && node.getId().startsWith("field-resource"))
                    .map(Node::getId)
                    .filter(id -> !id.endsWith("name") || id.endsWith("metadata.name"))
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
    Screen.doOnWindow(() -> screen().find(".inspector", Node.class).requestFocus());
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < 60 && !reached.contains("inspector-find"); i++) {
      tab();
      reached.add(focusedId());
    }

    Set<String> missed = new LinkedHashSet<>(wanted);
    missed.removeAll(reached);
    missed.removeIf(id -> !isTraversable(id));
    assertEquals(Set.of(), missed);
    assertTrue(reached.contains("field-resource.0.spec.schedules"), reached::toString);
    assertTrue(reached.contains("field-resource.0.spec.schedules.0"), reached::toString);
    assertTrue(reached.contains("field-resource.0.+spec.schedules"), reached::toString);
  }

  @Test
  void aHeadIsTakenAwayByDeleteAndAnItemMovedByKeys() {
    showTask();
    selectPage(1);
    focus("field-template." + scope() + ".script.env.FIRST");
    hand().holding(false, true).type(KeyCode.DELETE);
    assertTrue(!text().contains("FIRST"), text());
    focus("field-template." + scope() + ".retryStrategy");
    hand().type(KeyCode.DELETE);
    assertTrue(!text().contains("retryStrategy"), text());
    Screen.doOnWindow(editor::undo);
    Screen.doOnWindow(editor::undo);
    screen().settle();
    focus("field-template." + scope() + ".script.env.SECOND");
    hand().holding(false, true).type(KeyCode.UP);

    assertTrue(text().indexOf("SECOND") < text().indexOf("FIRST"), text());
    assertEquals("field-template." + scope() + ".script.env.SECOND", focusedId());
  }

  @Test
  void whatDiffersFromTheDefaultGoesBackToItByKey() {
    showTask();
    selectPage(1);
    focus("field-template." + scope() + ".retryStrategy.retryPolicy");
    hand().holding(false, true).type(KeyCode.DELETE);

    assertTrue(!text().contains("retryPolicy"), text());
  }

  @Test
  void arrowsChooseAndCountAndEscapeGivesBackWhatWasThere() {
    showTask();
    selectPage(1);
    focus("field-template." + scope() + ".retryStrategy.limit");
    hand().type(KeyCode.UP, KeyCode.UP, KeyCode.DOWN, KeyCode.ENTER);
    assertTrue(text().contains("limit: 3\n"), text());
    focus("field-template." + scope() + ".retryStrategy.retryPolicy");
    hand().type(KeyCode.DOWN);
    assertTrue(text().contains("retryPolicy: OnFailure\n"), text());
    focus("field-template." + scope() + ".script.image");
    hand().write("x");
    hand().type(KeyCode.ESCAPE);
    assertTrue(text().contains("image: python:3.13\n"), text());
    assertEquals("python:3.13", typed());
  }

  @Test
  void theLinesOfTheFieldInUseAreLitInTheText() {
    showTask();
    selectPage(1);
    focus("field-template." + scope() + ".retryStrategy.retryPolicy");
    Reveal lit = editor.reveal().get().orElseThrow();

    assertEquals("retryPolicy: Always", text().substring(lit.range().start(), lit.range().end()));
  }

  @Test
  void aSentenceSaysAsOneTypesWhyItCannotBeAndWhenAScheduleComesNext() {
    show(340, Language.ENGLISH, ThemeChoice.LIGHT);
    assertTrue(notes().contains("every day at 03:00. Next: "), notes());
    focus("field-resource.0.spec.schedules.0");
    hand().write("99 ");
    assertTrue(notes().contains("is no schedule"), notes());
    hand().type(KeyCode.ESCAPE);
    focus("field-resource.0.spec.workflowSpec.parallelism");
    hand().write("x");
    assertTrue(notes().contains("whole number"), notes());
    hand().type(KeyCode.ESCAPE);
    assertEquals(TEXT, text());
  }

  @Test
  void namesAreProposedBehindTwoBracesAndForWhatAFieldTakes() {
    showTask();
    focus("field-task.arguments.parameters.message");
    hand().write("{{tasks.ch");
    screen().settle();
    hand().type(KeyCode.ENTER);
    hand().type(KeyCode.ENTER);
    assertTrue(text().contains("{{tasks.check."), text());
    Screen.doOnWindow(editor::undo);
    screen().settle();
    focus("field-task.depends");
    hand().write("ch");
    hand().type(KeyCode.ENTER);
    hand().type(KeyCode.ENTER);
    assertTrue(text().contains("depends: check\n"), text());
  }

  @Test
  void aLongConditionIsShownOnSeveralLinesAndIsOneInTheText() {
    String condition =
        "(check.Succeeded || check.Failed || check.Errored) && (check.Skipped || check.Daemoned)";
    showTask();
    focus("field-task.depends");
    TextArea field = Screen.onWindow(() -> (TextArea) byId("field-task.depends"));
    assertEquals(1, field.getPrefRowCount());

    Screen.doOnWindow(() -> field.setText(condition.replace(" && ", "\n  && ")));
    screen().settle();
    hand().type(KeyCode.ENTER);

    assertTrue(text().contains("depends: " + condition + "\n"), text());
    assertTrue(field.getPrefRowCount() > 1);
    screen().picture("inspector-long-condition");
    hand().type(KeyCode.TAB);
    assertFalse(Screen.onWindow(field::isFocused));
  }

  @Test
  void aSectionIsCopiedAsYamlAndPastedFromIt() {
    showTask();
    selectPage(1);
    copy("retryPolicy: OnError");
    Field field = field("retryStrategy.retryPolicy");
    FieldActions actions =
        new FieldActions(
            new FieldOwner.OfTemplate(new Scope(0, new TemplateName("say"))),
            Messages.in(Language.ENGLISH),
            () -> editor.state().get(),
            command -> editor.apply(command).refusal(),
            _ -> {},
            _ -> {});
    Screen.doOnWindow(() -> menu(field, actions, "row-paste"));
    assertTrue(text().contains("retryPolicy: OnError\n"), text());
    Screen.doOnWindow(() -> menu(field("retryStrategy"), actions, "row-copy"));
    assertEquals(
        "retryStrategy:\n  limit: 2\n  retryPolicy: OnError\n",
        Screen.onWindow(() -> Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void aProblemStandsAtItsFieldWithWhatMendsIt() {
    showTask();
    Screen.doOnWindow(
        () ->
            editor.apply(
                new SetField(
                    new FieldOwner.OfTask(
                        new Scope(0, new TemplateName("main")), new NodeId("load")),
                    List.of("template"),
                    "sayy")));
    screen().settle();
    screen().picture("inspector-problem");
    Hyperlink fix = screen().find(".field-fix", Hyperlink.class);
    assertTrue(fix.getText().contains("say"), fix.getText());
    Screen.doOnWindow(fix::fire);

    assertEquals(TEXT, text());
  }

  @Test
  void codeIsWrittenInAWindowOfItsOwnAndTakenOver() {
    showTask();
    selectPage(1);
    focus("field-template." + scope() + ".script.source");
    hand().holding(false, true).type(KeyCode.E);
    Stage large = Screen.onWindow(this::codeWindow);
    Screen on = Screen.of(large);
    CodeArea area = on.find(".code-window .code-area", CodeArea.class);
    Screen.doOnWindow(() -> area.appendText("\"\"\"many\nlines\"\"\"\nprint(2)\n"));
    new Hand(on, area).holding(false, true).type(KeyCode.F);
    new Hand(on, area).write("print");
    Label found = on.find(".find-bar .label", Label.class);
    assertEquals("1 of 2", Screen.onWindow(found::getText));
    on.picture("code-window-light");
    new Hand(on, area).type(KeyCode.ESCAPE);
    new Hand(on, area).holding(false, true).type(KeyCode.ENTER);

    assertTrue(text().contains("          lines\"\"\"\n          print(2)\n"), text());
    assertTrue(!Screen.onWindow(large::isShowing));
  }

  @Test
  void theFormIsLookedAtNarrowAndWideInBothLanguages() {
    show(300, Language.JAPANESE, ThemeChoice.DARK);
    screen().picture("inspector-narrow-ja-dark");
    show(620, Language.ENGLISH, ThemeChoice.LIGHT);
    screen().picture("inspector-wide-light");

    assertTrue(Screen.onWindow(() -> screen().scene().getWidth()) > 600);
  }

  private Stage codeWindow() {
    return Window.getWindows().stream()
        .filter(window -> window.getScene().getRoot().getStyleClass().contains("code-window"))
        .map(Stage.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static void menu(Field field, FieldActions actions, String id) {
    RowMenu.of(field, actions).getItems().stream()
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id))
        .fire();
  }

  private Field field(String path) {
    return Sheets.of(
            editor.state().get(),
            editor.scope(),
            editor.selection().get(),
            Messages.in(Language.ENGLISH),
            Set.of())
        .fields()
        .stream()
        .filter(field -> field.id().endsWith("." + path))
        .findFirst()
        .orElseThrow();
  }

  private static void copy(String text) {
    Screen.doOnWindow(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  private static String scope() {
    return new Scope(0, new TemplateName("say")).toString();
  }

  private void tab() {
    Screen.doOnWindow(
        () -> screen().scene().getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT));
  }

  private boolean isTraversable(String id) {
    return Screen.onWindow(() -> byId(id).isFocusTraversable());
  }

  private String notes() {
    return Screen.onWindow(
        () ->
            screen().scene().getRoot().lookupAll(".field-editor > .label").stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("\n")));
  }

  private String typed() {
    return Screen.onWindow(() -> ((TextInputControl) screen().scene().getFocusOwner()).getText());
  }

  private String focusedId() {
    return Screen.onWindow(
        () -> Optional.ofNullable(screen().scene().getFocusOwner()).map(Node::getId).orElse(""));
  }

  private void selectPage(int page) {
    Screen.doOnWindow(
        () -> screen().find(".tab-pane", TabPane.class).getSelectionModel().select(page));
    screen().settle();
  }

  private void focus(String id) {
    Screen.doOnWindow(() -> byId(id).requestFocus());
    screen().settle();
  }

  private Node byId(String id) {
    return screen().scene().getRoot().lookupAll("*").stream()
        .filter(node -> id.equals(node.getId()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id));
  }
}

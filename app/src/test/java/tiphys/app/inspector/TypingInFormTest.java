// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.command.Command;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.SetField;
import tiphys.model.command.UnsetField;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.workflow.TemplateName;

/** Somebody types into a form while the file changes elsewhere. */
class TypingInFormTest {
  private static final String TEXT =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: typed-
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
                - name: load
                  template: say
                - name: check
                  depends: load
                  template: say
                  arguments: {parameters: [{name: message, value: there}]}
          - name: say
            inputs: {parameters: [{name: message}, {name: again, default: no}]}
            script:
              image: python:3.13
              source: |
                print(1)
      """;
  private static final Scope MAIN = new Scope(0, new TemplateName("main"));
  private static final FieldOwner CHECK = new FieldOwner.OfTask(MAIN, new NodeId("check"));

  private final Editor editor = new Editor(Diagram.open(SourceText.of(TEXT), Positions.NONE));
  private @Nullable Screen screen;

  @BeforeEach
  void chooseTheTask() {
    screen =
        Screen.show(
            () -> new InspectorView(editor, Messages.in(Language.ENGLISH)),
            340,
            700,
            ThemeChoice.LIGHT);
    Screen.doOnWindow(() -> editor.select(Selection.of(new NodeId("check"))));
    screen().settle();
  }

  @Test
  void lettersGoOnIntoTheFieldWhileRowsAboveAndBelowComeAndGo() {
    TextInputControl when = enter("when");
    List<Command> meanwhile =
        List.of(
            new SetField(CHECK, List.of("arguments", "parameters", "again"), "yes"),
            new SetField(CHECK, List.of("continueOn", "failed"), "true"),
            new SetField(CHECK, List.of("hooks", "exit", "template"), "say"),
            new UnsetField(CHECK, List.of("arguments")),
            new SetField(CHECK, List.of("withSequence", "count"), "3"),
            new SetField(new FieldOwner.OfResource(0), List.of("spec", "parallelism"), "2"),
            new UnsetField(CHECK, List.of("continueOn")));

    for (int i = 0; i < meanwhile.size(); i++) {
      hand().write(Integer.toString(i));
      Command command = meanwhile.get(i);
      Screen.doOnWindow(() -> assertTrue(editor.apply(command).isDone(), command::toString));
      assertSame(when, focusOwner());
    }
    hand().write(" > 2");
    hand().type(KeyCode.ENTER);

    assertTrue(text().contains("when: \"0123456 > 2\"\n"), text());
    assertSame(when, focusOwner());
  }

  @Test
  void theRowThatIsTypedInStaysWhereItIsInTheView() {
    enter("when");
    double before = top(focusOwner());
    Screen.doOnWindow(
        () -> {
          for (String field : List.of("failed", "error")) {
            editor.apply(new SetField(CHECK, List.of("continueOn", field), "true"));
          }
          editor.apply(new SetField(CHECK, List.of("inline", "container", "image"), "alpine"));
        });
    screen().settle();

    assertEquals(before, top(focusOwner()), 1.5);
  }

  @Test
  void aTaskThatIsRenamedInTheFormKeepsTheKeyboardInItsName() {
    TextInputControl name = enter("name");
    hand().writeInto(name, "verify");
    hand().type(KeyCode.ENTER);

    assertEquals("field-task.name", focusOwner().getId());
    hand().write("2");
    hand().type(KeyCode.ENTER);
    assertTrue(text().contains("- name: verify2\n"), text());
    assertEquals(
        Selection.of(new NodeId("verify2")), Screen.onWindow(() -> editor.selection().get()));
  }

  @Test
  void anArgumentThatWasMissingIsGoneOnWithWhereTheCaretWas() {
    enter("arguments.parameters.again");
    hand().write("soon");
    hand().type(KeyCode.LEFT);
    hand().type(KeyCode.ENTER);
    hand().write("o");
    hand().type(KeyCode.ENTER);

    assertTrue(text().contains("value: sooon}"), text());
  }

  @Test
  void whatIsBeingTypedIsTakenOverWhereAnotherTaskIsChosen() {
    enter("when");
    hand().write("true");
    Screen.doOnWindow(() -> editor.select(Selection.of(new NodeId("load"))));
    screen().settle();

    assertTrue(text().contains("when: \"true\"\n"), text());
    assertTrue(text().indexOf("when:") > text().indexOf("name: check"), text());
    assertEquals(Selection.of(new NodeId("load")), editor.selection().get());
  }

  @Test
  void theTaskGoesWhileSomebodyTypesAndNothingElseIsWritten() {
    enter("when");
    hand().write("true");
    int from = TEXT.indexOf("          - name: check");
    int to = TEXT.indexOf("    - name: say");
    Screen.doOnWindow(() -> editor.takeOver(TextEdits.of(TextEdit.replace(from, to, ""))));
    screen().settle();

    assertEquals(TEXT.substring(0, from) + TEXT.substring(to), text());
  }

  @Test
  void aFieldThatWasFoundTakesTheNextLetterAtOnce() {
    Screen.doOnWindow(screen().find(".inspector", InspectorView.class)::requestFocus);
    hand().write("count withSequence");
    Screen.doOnWindow(
        () -> {
          focusOwner().fireEvent(Hand.pressed(KeyCode.ENTER));
          focusOwner().fireEvent(Hand.typed("7"));
        });
    hand().type(KeyCode.ENTER);

    assertTrue(text().contains("withSequence:"), text());
    assertTrue(text().contains("count: 7") || text().contains("count: \"7\""), text());
  }

  private TextInputControl enter(String field) {
    TextInputControl found = (TextInputControl) Screen.onWindow(() -> byId("field-task." + field));
    Screen.doOnWindow(
        () -> {
          found.requestFocus();
          found.selectAll();
        });
    screen().settle();
    return found;
  }

  private double top(Node node) {
    return Screen.onWindow(() -> node.localToScene(node.getBoundsInLocal()).getMinY());
  }

  private Node focusOwner() {
    return Screen.onWindow(() -> Objects.requireNonNull(screen().scene().getFocusOwner()));
  }

  private Node byId(String id) {
    return screen().scene().getRoot().lookupAll("*").stream()
        .filter(node -> id.equals(node.getId()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id));
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
}

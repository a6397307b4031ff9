// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Broken;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;

class SourceViewTest {
  private static final String DIAMOND =
      """
      # the diamond of the first page
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: dag-diamond-
      spec:
        entrypoint: diamond
        parallelism: 3
        suspend: false
        templates:
          - name: diamond
            dag:
              tasks:
                - name: A
                  template: echo
                  arguments:
                    parameters: [{name: message, value: A}]
                - name: B
                  depends: "A"
                  template: echo
                  arguments:
                    parameters: [{name: message, value: '{{tasks.A.outputs.result}}'}]
          - name: echo
            inputs:
              parameters:
                - name: message
            script:
              image: python:alpine3.23
              command: [python]
              source: |
                import json
                # not a comment of the file
                print("{{inputs.parameters.message}}")
                name: not a key
      """;

  private final Editor editor = editor(DIAMOND);

  @Test
  void whatIsTypedArrivesInTheEditorAsOneStep() {
    CodeArea area = show(ThemeChoice.LIGHT).area();

    Screen.doOnWindow(
        () -> {
          area.insertText(TextPos.ofLeading(4, 27), "x", null);
          area.insertText(TextPos.ofLeading(4, 28), "y", null);
        });

    assertTrue(text().contains("generateName: dag-diamondxy-\n"), text());
    Screen.doOnWindow(editor::undo);
    assertEquals(DIAMOND, text());
    assertEquals(DIAMOND.lines().toList().get(4), Screen.onWindow(() -> area.getPlainText(4)));
  }

  @Test
  void aChangeMadeElsewhereAppearsAtItsPlaceAndTheCaretStays() {
    CodeArea area = show(ThemeChoice.LIGHT).area();
    int at = DIAMOND.indexOf("entrypoint");

    Screen.doOnWindow(
        () -> {
          area.select(TextPos.ofLeading(12, 3));
          editor.type(TextEdits.of(TextEdit.insert(at, "# one\n  # two\n  ")));
        });

    assertEquals("  # one", Screen.onWindow(() -> area.getPlainText(6)));
    assertEquals("14", caretLine(area));
    Screen.doOnWindow(editor::undo);
    assertEquals("12", caretLine(area));
    int lines = Screen.onWindow(area::getParagraphCount);
    assertEquals(DIAMOND.lines().count() + 1, lines);
  }

  @Test
  void whatIsSelectedStaysSelectedThroughChangesWhileTheTextIsOutOfTheWindow()
      throws InterruptedException {
    Broken.isNothing();
    SourceView view = show(ThemeChoice.LIGHT);
    StackPane place = (StackPane) Screen.onWindow(view::getParent);

    Screen.doOnWindow(
        () -> {
          view.area().select(TextPos.ofLeading(6, 2), TextPos.ofLeading(8, 5));
          place.getChildren().clear();
        });
    Screen.doOnWindow(() -> editor.type(TextEdits.of(TextEdit.delete(0, DIAMOND.indexOf("kind")))));
    Screen.doOnWindow(() -> place.getChildren().add(view));

    for (int i = 0; i < 200 && Screen.onWindow(() -> view.area().getSelection()) == null; i++) {
      Thread.sleep(20);
    }
    TextPos caret = Screen.onWindow(() -> view.area().getCaretPosition());
    TextPos anchor = Screen.onWindow(() -> view.area().getAnchorPosition());
    assertEquals(
        "4:2 6:5",
        "%d:%d %d:%d".formatted(anchor.index(), anchor.offset(), caret.index(), caret.offset()));
    Broken.isNothing();
  }

  @Test
  void aBrokenTextStaysEditable() {
    CodeArea area = show(ThemeChoice.DARK).area();

    Screen.doOnWindow(
        () -> area.replaceText(TextPos.ofLeading(5, 0), TextPos.ofLeading(6, 0), "{[\n"));

    assertEquals(1, editor.state().get().problems().size());
    Screen.doOnWindow(
        () -> area.replaceText(TextPos.ofLeading(5, 0), TextPos.ofLeading(6, 0), "spec:\n"));
    assertEquals(DIAMOND, text());
    assertEquals(0, editor.state().get().problems().size());
  }

  @Test
  void whatIsSelectedOnTheCanvasIsLitInTheText() {
    SourceView view = show(ThemeChoice.LIGHT);

    Screen.doOnWindow(() -> editor.select(Selection.of(new NodeId("B"))));

    assertEquals(List.of(17, 18, 19, 20, 21), Screen.onWindow(view::litLines));
    Screen.doOnWindow(() -> editor.select(Selection.NONE));
    assertEquals(List.of(), Screen.onWindow(view::litLines));
  }

  @Test
  void theCaretSelectsTheTaskThatItStandsIn() {
    SourceView view = show(ThemeChoice.LIGHT);

    putCaret(view, 19, 4);
    assertEquals(Selection.of(new NodeId("B")), selection());
    putCaret(view, 29, 4);

    assertEquals(
        Selection.of(new NodeId("B")), selection(), "the script of a selected task keeps it");
    putCaret(view, 10, 8);
    putCaret(view, 29, 4);
    assertEquals(Set.of(new NodeId("A"), new NodeId("B")), selection().nodes());
  }

  @Test
  void theMarkOfAProblemGoesWhenTheProblemGoes() {
    SourceView view = show(ThemeChoice.LIGHT);
    CodeArea area = view.area();
    Screen.doOnWindow(
        () -> area.replaceText(TextPos.ofLeading(6, 14), TextPos.ofLeading(6, 21), "nowhere"));
    assertTrue(marks(view) > 0, "an unknown entrypoint has its mark");

    Screen.doOnWindow(editor::undo);

    assertEquals(0, marks(view));
  }

  @Test
  void tenThousandTasksAreThereToBeTypedIn() {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      tasks.append("          - name: t").append(i).append("\n            depends: A\n");
      tasks.append("            template: echo\n            arguments:\n");
      tasks.append("              parameters: [{name: message, value: '{{workflow.name}}'}]\n");
    }
    String large = DIAMOND.replace("    - name: echo\n", tasks + "    - name: echo\n");
    Editor largeEditor = editor(large);
    SourceView[] view = new SourceView[1];
    Screen.show(
        () -> view[0] = new SourceView(largeEditor, messages()), 640, 600, ThemeChoice.LIGHT);

    int lines = Screen.onWindow(() -> view[0].area().getParagraphCount());
    Screen.doOnWindow(() -> view[0].reveal(new TextRange(large.length() - 3, large.length())));
    for (int i = 0; i < 20; i++) {
      Screen.doOnWindow(() -> view[0].area().insertText(TextPos.ofLeading(49_997, 18), "x", null));
    }

    assertEquals(large.chars().filter(c -> c == '\n').count() + 1, lines);
    assertEquals(
        "          - name: " + "x".repeat(20) + "t9995",
        Screen.onWindow(() -> view[0].area().getPlainText(49_997)));
  }

  @Test
  void itCanBeLookedAt() {
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      SourceView[] view = new SourceView[1];
      Screen screen =
          Screen.show(
              () ->
                  view[0] =
                      new SourceView(editor(DIAMOND.replace("spec:", "spec: {[")), messages()),
              640,
              640,
              theme);
      screen.picture("source-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }

  private static void putCaret(SourceView view, int line, int column) {
    Screen.doOnWindow(
        () -> {
          view.area().requestFocus();
          view.area().select(TextPos.ofLeading(line, column));
        });
  }

  private Selection selection() {
    return Screen.onWindow(() -> editor.selection().get());
  }

  private static long marks(SourceView view) {
    Screen.doOnWindow(() -> {});
    return Screen.onWindow(
        () -> view.lookupAll(".mark-error").stream().filter(Node::isVisible).count());
  }

  private static String caretLine(CodeArea area) {
    return Screen.onWindow(() -> String.valueOf(area.getCaretPosition().index()));
  }

  private SourceView show(ThemeChoice theme) {
    SourceView[] view = new SourceView[1];
    Screen.show(() -> view[0] = new SourceView(editor, messages()), 640, 600, theme);
    return view[0];
  }

  private String text() {
    return Screen.onWindow(() -> editor.state().get().text().toString());
  }

  private static Messages messages() {
    return Messages.in(Language.ENGLISH);
  }

  private static Editor editor(String text) {
    return new Editor(Diagram.open(SourceText.of(text), Positions.NONE));
  }
}

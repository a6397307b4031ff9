// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.command.MoveNodes;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Point;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.TemplateName;

class EditorTest {
  private static final Scope MAIN = new Scope(0, new TemplateName("main"));

  @Test
  void aMoveIsSeenAsStateAndCanBeUndone() {
    Editor editor = editor("# nothing yet\n");
    List<Long> revisions = new ArrayList<>();
    editor.state().addListener((_, _, now) -> revisions.add(now.revision()));

    editor.apply(new MoveNodes(MAIN, Map.of(new NodeId("A"), new Point(10, 20))));
    editor.undo();

    assertEquals(List.of(1L, 2L), revisions);
    assertEquals(Positions.NONE, editor.state().get().positions());
    assertEquals(Optional.of("move-nodes"), editor.redoable().get());
  }

  @Test
  void typingUnsavesAndUndoingSavesAgain() {
    Editor editor = editor("a: 1\n");

    editor.type(TextEdits.of(TextEdit.insert(4, "2")));

    assertFalse(editor.saved().get());
    assertEquals("a: 12\n", editor.state().get().text().toString());
    editor.undo();
    assertTrue(editor.saved().get());
  }

  @Test
  void theChangeIsKnownWhenTheStateIsTold() {
    Editor editor = editor("a: 1\n");
    List<Integer> edits = new ArrayList<>();
    editor
        .state()
        .addListener(
            (_, _, _) -> edits.add(editor.lastChange().get().orElseThrow().edits().edits().size()));

    editor.type(TextEdits.of(TextEdit.insert(4, "2")));

    assertEquals(List.of(1), edits);
  }

  @Test
  void askingTwiceForOnePlaceIsTwoRequests() {
    Editor editor = editor("a: 1\n");
    List<Reveal> seen = new ArrayList<>();
    editor.reveal().addListener((_, _, now) -> seen.add(now.orElseThrow()));

    editor.reveal(new TextRange(0, 1));
    editor.reveal(new TextRange(0, 1));

    assertEquals(2, seen.size());
  }

  private static Editor editor(String text) {
    return new Editor(Diagram.open(SourceText.of(text), Positions.NONE));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.SideDecorator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Selection;
import tiphys.app.screen.Screen;
import tiphys.model.command.AddTask;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.workflow.TemplateName;

/**
 * How often the area lays out its lines, some two hundred of them with colours and all: nothing
 * that the program does takes longer.
 */
class SourceLayoutsTest {
  private static final Scope MAIN = new Scope(0, new TemplateName("main"));

  private final SourceHand hand = new SourceHand(flow());
  private final Counted counted = new Counted();

  private static String flow() {
    StringBuilder flow =
        new StringBuilder(
            "kind: Workflow\nspec:\n  entrypoint: main\n  templates:\n"
                + "  - name: main\n    dag:\n      tasks:\n");
    for (int i = 0; i < 60; i++) {
      flow.append("      - name: t").append(i).append('\n');
      flow.append("        template: say # [").append(i).append("]\n");
    }
    return flow.append("  - name: say\n    suspend: {}\n").toString();
  }

  /** The area asks for the width of its numbers each time it lays out. */
  private final class Counted implements SideDecorator {
    private final SideDecorator gutter;
    private int layouts;

    Counted() {
      CodeArea area = hand.view.area();
      gutter = Screen.onWindow(area::getLeftDecorator);
      Screen.doOnWindow(() -> area.setLeftDecorator(this));
      hand.screen.settle();
    }

    int during(Runnable work) {
      int before = Screen.onWindow(() -> layouts);
      work.run();
      hand.screen.settle();
      hand.screen.settle();
      return Screen.onWindow(() -> layouts) - before;
    }

    @Override
    public double getPrefWidth(double viewWidth) {
      return gutter.getPrefWidth(viewWidth);
    }

    @Override
    public Node getNode(int line) {
      return gutter.getNode(line);
    }

    @Override
    public Node getMeasurementNode(int line) {
      layouts++;
      return gutter.getMeasurementNode(line);
    }
  }

  @AfterEach
  void hide() {
    Screen.doOnWindow(() -> java.util.List.copyOf(Window.getWindows()).forEach(Window::hide));
  }

  private void assertAtMost(int most, int layouts) {
    assertTrue(layouts <= most, () -> layouts + " layouts");
  }

  @Test
  void aCaretThatComesToAnotherTaskLaysThemOutOnce() {
    hand.caretAt("  template: say # [3]");
    hand.screen.settle();

    assertAtMost(1, counted.during(() -> hand.press("Down")));
    assertAtMost(1, counted.during(() -> hand.press("Up")));
  }

  @Test
  void aLetterThatIsTypedLaysThemOutForItselfAndForTheCaretBehindIt() {
    hand.caretAt("say # [3]");
    hand.screen.settle();

    assertAtMost(2, counted.during(() -> hand.type("x")));
  }

  @Test
  void aTaskThatIsChosenElsewhereLaysThemOutOnceWhereItIsInSight() {
    assertAtMost(1, counted.during(() -> select("t2")));
    assertAtMost(1, counted.during(() -> select("t3")));
  }

  @Test
  void anEditElsewhereLaysThemOutOnce() {
    select("t2");
    hand.screen.settle();

    assertAtMost(1, counted.during(this::addTask));
    assertAtMost(1, counted.during(() -> Screen.doOnWindow(hand.editor::undo)));
  }

  private void select(String node) {
    Screen.doOnWindow(() -> hand.editor.select(Selection.of(Set.of(new NodeId(node)))));
  }

  private void addTask() {
    Screen.doOnWindow(
        () ->
            hand.editor.apply(
                new AddTask(
                    MAIN,
                    new TemplateName("say"),
                    Optional.empty(),
                    Optional.empty(),
                    java.util.List.of(new NodeId("t2")),
                    java.util.List.of())));
  }
}

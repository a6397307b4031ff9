// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.theme.Look;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.command.ConnectTasks;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.DisconnectTasks;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.SetField;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/** The picture that was kept and mended must be the one that is painted anew. */
class TilesTest {
  private final SimpleObjectProperty<Look> look = new SimpleObjectProperty<>(Look.LIGHT);
  private final OnCanvas canvas = show();

  @Test
  void afterPansThePictureIsTheOneThatIsPaintedAnew() {
    for (int i = 0; i < 9; i++) {
      canvas.hand().scroll(300, 200, -97.3, i % 2 == 0 ? 61.7 : -140);
      assertSameWhenPaintedAnew("pan " + i);
    }
  }

  @Test
  void afterWhatAHandDoesThePictureIsTheOneThatIsPaintedAnew() {
    canvas.clickOn("map");
    // a pointer that rests on a card is told after a while what its markers mean
    canvas.hand().moveTo(990, 5);
    assertSameWhenPaintedAnew("chosen");
    canvas.hand().type(KeyCode.DOWN);
    assertSameWhenPaintedAnew("another chosen");
    Point2D at = canvas.middleOf("approve");
    canvas.hand().press(at.getX(), at.getY());
    canvas.hand().dragTo(at.getX() + 40, at.getY() + 90);
    assertSameWhenPaintedAnew("being moved");
    canvas.hand().dragTo(at.getX() + 250, at.getY() - 120);
    assertSameWhenPaintedAnew("being moved on");
    canvas.hand().release(at.getX() + 250, at.getY() - 120);
    assertSameWhenPaintedAnew("moved");
    canvas.hand().press(20, 600);
    canvas.hand().dragTo(700, 150);
    assertSameWhenPaintedAnew("a rectangle drawn open");
    canvas.hand().dragTo(300, 400);
    assertSameWhenPaintedAnew("a smaller rectangle");
    canvas.hand().release(300, 400);
    canvas.hand().holding(false, true).type(KeyCode.A);
    assertSameWhenPaintedAnew("all chosen");
    var edge = Screen.onWindow(() -> canvas.model().drawing().edges().get(2));
    Screen.doOnWindow(() -> canvas.model().select(Selection.of(edge)));
    assertSameWhenPaintedAnew("an edge chosen");
  }

  @Test
  void afterEditsThePictureIsTheOneThatIsPaintedAnew() {
    Scope main = Screen.onWindow(() -> canvas.editor().scope().orElseThrow());
    NodeId notify = new NodeId("notify");
    NodeId publish = new NodeId("publish");
    List.of(
            new ConnectTasks(main, notify, publish),
            new SetField(new FieldOwner.OfTask(main, notify), List.of("name"), "tell"),
            new SetField(new FieldOwner.OfTask(main, publish), List.of("template"), "map"),
            new DisconnectTasks(main, new NodeId("approve"), publish),
            new DeleteTasks(main, Set.of(new NodeId("reduce"))))
        .forEach(
            command -> {
              Screen.doOnWindow(() -> canvas.editor().apply(command));
              assertSameWhenPaintedAnew(command.toString());
            });
    canvas.undo();
    assertSameWhenPaintedAnew("undone");
  }

  @Test
  void afterATurnThePictureIsTheOneThatIsPaintedAnewWithTheBandsOfStepsToo() {
    Screen.doOnWindow(canvas.model()::turn);
    assertSameWhenPaintedAnew("tasks turned");
    canvas.undo();
    assertSameWhenPaintedAnew("tasks turned back");
    Screen.doOnWindow(() -> canvas.editor().open(new NodeId("publish")));
    assertSameWhenPaintedAnew("steps");
    Screen.doOnWindow(canvas.model()::turn);
    assertSameWhenPaintedAnew("steps turned");
    Screen.doOnWindow(canvas.model()::layOut);
    assertSameWhenPaintedAnew("steps laid out");
    canvas.undo();
    canvas.undo();
    assertSameWhenPaintedAnew("steps turned back");
    Scope inside = Screen.onWindow(() -> canvas.editor().scope().orElseThrow());
    Screen.doOnWindow(
        () -> canvas.editor().apply(new DeleteTasks(inside, Set.of(new NodeId("three")))));
    assertSameWhenPaintedAnew("a step less");
  }

  private void assertSameWhenPaintedAnew(String what) {
    int kept = picture();
    Screen.doOnWindow(() -> look.set(Look.DARK));
    canvas.screen().settle();
    Screen.doOnWindow(() -> look.set(Look.LIGHT));
    assertEquals(picture(), kept, what);
  }

  /** What is to be seen when nothing changes any more. */
  private int picture() {
    int before = sum();
    for (int i = 0; i < 100; i++) {
      int now = sum();
      if (now == before && Screen.onWindow(canvas.view()::isFine)) {
        break;
      }
      before = now;
    }
    return before;
  }

  private int sum() {
    canvas.screen().settle();
    WritableImage image = Screen.onWindow(() -> canvas.screen().scene().snapshot(null));
    int sum = 1;
    for (int y = 0; y < (int) image.getHeight(); y++) {
      for (int x = 0; x < (int) image.getWidth(); x++) {
        sum = 31 * sum + image.getPixelReader().getArgb(x, y);
      }
    }
    return sum;
  }

  private OnCanvas show() {
    Editor editor = new Editor(Diagram.open(SourceText.of(OnCanvas.RICH), Positions.NONE));
    Background background = new Background(Runnable::run, Platform::runLater);
    CanvasViewModel model = new CanvasViewModel(editor, background);
    CanvasView[] view = new CanvasView[1];
    Screen screen =
        Screen.show(
            () -> view[0] = new CanvasView(model, Messages.in(Language.ENGLISH), look),
            1000,
            620,
            ThemeChoice.LIGHT);
    return new OnCanvas(editor, model, view[0], screen, ThemeChoice.LIGHT);
  }
}

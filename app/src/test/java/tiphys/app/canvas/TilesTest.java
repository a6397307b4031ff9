// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.image.PixelFormat;
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
  /** A bow is cut into other chords where only a part of it is painted: nobody sees this. */
  private static final int UNSEEN = 8;

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
    int[] kept = picture();
    Screen.doOnWindow(() -> look.set(Look.DARK));
    canvas.screen().settle();
    Screen.doOnWindow(() -> look.set(Look.LIGHT));
    assertTrue(distance(picture(), kept) <= UNSEEN, what);
  }

  /** The most that a colour of a pixel differs. */
  private static int distance(int[] one, int[] other) {
    int most = 0;
    for (int pixel = 0; pixel < one.length; pixel++) {
      for (int shift = 0; shift < 24 && one[pixel] != other[pixel]; shift += 8) {
        int by = (one[pixel] >> shift & 0xFF) - (other[pixel] >> shift & 0xFF);
        most = Math.max(most, Math.abs(by));
      }
    }
    return most;
  }

  /** What is to be seen when nothing changes any more. */
  private int[] picture() {
    int[] before = pixels();
    for (int i = 0; i < 1000; i++) {
      boolean wasFine = Screen.onWindow(canvas.view()::isFine);
      int[] now = pixels();
      if (wasFine && Arrays.equals(now, before)) {
        break;
      }
      before = now;
    }
    return before;
  }

  private int[] pixels() {
    canvas.screen().settle();
    WritableImage image = Screen.onWindow(() -> canvas.screen().scene().snapshot(null));
    int wide = (int) image.getWidth();
    int high = (int) image.getHeight();
    int[] all = new int[wide * high];
    image
        .getPixelReader()
        .getPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), all, 0, wide);
    return all;
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

// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.app.canvas.CanvasBench;
import tiphys.app.screen.BadInput;
import tiphys.app.screen.Screen;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** What is large, wide, in a circle or in other letters is drawn, and what is wrong is said. */
class BadInputInWindowTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aBadInputIsDrawnAndWhatIsWrongIsSaid(BadInput input) throws Exception {
    WholeWindow window = WholeWindow.open(folder.resolve("settings"));
    String name = input.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Path file = Files.writeString(folder.resolve(name + ".yaml"), input.text());

    Screen.doOnWindow(() -> window.window().desk().open(file));
    window.await("the picture", () -> drawn(window) == input.tasks());

    window.screen().picture("bad-input-" + name);
    Set<ProblemCode> told =
        window.file().editor().state().get().problems().stream()
            .map(Problem::code)
            .collect(Collectors.toSet());
    switch (input) {
      case CYCLE -> assertTrue(told.contains(ProblemCode.CYCLE), told.toString());
      case NAME_OF_TEN_THOUSAND_LETTERS, RIGHT_TO_LEFT, CHINESE_JAPANESE_KOREAN, EMOJI ->
          assertTrue(told.contains(ProblemCode.TASK_NAME_INVALID), told.toString());
      default -> assertFalse(told.contains(ProblemCode.CYCLE), told.toString());
    }
    window.close();
  }

  @Test
  void whatTakesLongToOpenIsToldAndCanBeGivenUp() throws Exception {
    WholeWindow window = WholeWindow.open(folder.resolve("settings"));
    Path large = folder.resolve("large.yaml");
    Files.writeString(large, BadInput.FIFTY_THOUSAND_TASKS.text());

    Screen.doOnWindow(() -> window.window().desk().open(large));
    window.await("a button to wait no longer", () -> stop(window.screen().scene()));
    window.choose("example-diamond");

    assertEquals(4, window.canvas().edges().size());
    assertFalse(window.fileNames().contains("large.yaml"), "it came all the same");
    window.close();
  }

  private static boolean stop(Scene scene) {
    return Screen.onWindow(
        () -> {
          boolean isThere = scene.getRoot().lookup("#stop-waiting") instanceof Button;
          if (isThere) {
            ((Button) scene.getRoot().lookup("#stop-waiting")).fire();
          }
          return isThere;
        });
  }

  private static int drawn(WholeWindow window) {
    return Screen.onWindow(
        () ->
            window.shown().isEmpty()
                ? 0
                : CanvasBench.modelIn(window.screen().scene()).map(CanvasBench::nodes).orElse(0));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tiphys.app.message.Language;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;

class NodeTipTest {
  private static final String MARKED =
      OnCanvas.HEAD
          + """
              - name: main
                dag:
                  tasks:
                    - {name: flip, template: work, withItems: [1, 2, 3, 4], when: "{{x}} == heads"}
                    - {name: next, template: echo, depends: flip}
              - name: work
                retryStrategy: {limit: 3, backoff: {duration: 10s, factor: 2, maxDuration: 5m}}
                timeout: 1h
                container: {image: "alpine:3.23"}
          """;

  @Test
  void thePointerThatRestsOnACardIsToldWhatItsMarkersMean() {
    OnCanvas canvas = OnCanvas.show(MARKED, ThemeChoice.LIGHT);

    Point2D at = canvas.middleOf("flip");
    canvas.hand().moveTo(at.getX(), at.getY());
    for (int i = 0; i < 100 && sentences(canvas).isEmpty(); i++) {
      canvas.screen().settle();
    }

    assertEquals(
        List.of(
            "Repeats for each of 4 items: 1, 2, 3, 4",
            "Only when {{x}} == heads",
            "Retried up to 3 times",
            "With back-off: waits 10s before the first retry, then longer by the factor 2,"
                + " 5m at most in all",
            "Stopped after 1h"),
        sentences(canvas));
    canvas.picture("node-tip");
  }

  @Test
  void aKeyTellsTheSameOfTheChosenCardAndHidesItAgain() {
    OnCanvas canvas = OnCanvas.show(MARKED, ThemeChoice.DARK, Language.JAPANESE);
    canvas.clickOn("flip");
    canvas.hand().moveTo(2, 300);

    canvas.hand().type(KeyCode.I);
    assertTrue(sentences(canvas).contains("最大 3 回まで再試行"), sentences(canvas).toString());
    canvas.picture("node-tip-ja");

    canvas.hand().type(KeyCode.I);
    assertEquals(List.of(), sentences(canvas));
  }

  @Test
  void whoCannotSeeItIsToldWithTheCard() {
    OnCanvas canvas = OnCanvas.show(MARKED, ThemeChoice.LIGHT);

    canvas.clickOn("flip");
    canvas.screen().settle();
    String marked = Screen.onWindow(() -> canvas.view().getAccessibleText());
    canvas.clickOn("next");
    canvas.screen().settle();
    String plain = Screen.onWindow(() -> canvas.view().getAccessibleText());

    assertTrue(marked.contains("Retried up to 3 times"), marked);
    assertFalse(plain.contains("Retried"), plain);
  }

  private static List<String> sentences(OnCanvas canvas) {
    NodeTip tip = canvas.screen().find("#node-tip", NodeTip.class);
    return Screen.onWindow(tip::sentences);
  }
}

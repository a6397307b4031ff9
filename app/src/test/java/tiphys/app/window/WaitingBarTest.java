// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;

/** What takes a while is told, and nobody has to wait for it. */
class WaitingBarTest {
  private final Deque<Runnable> worker = new ArrayDeque<>();
  private final Background background = new Background(worker::add, Platform::runLater);

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, LIGHT, Opening large.yaml…, Stop",
    "ENGLISH, DARK, Opening large.yaml…, Stop",
    "JAPANESE, LIGHT, large.yaml を開いています…, 中止"
  })
  void whatTakesAWhileIsToldWithAButtonThatEndsTheWaiting(
      Language language, ThemeChoice theme, String sentence, String stop) throws Exception {
    List<String> became = new ArrayList<>();
    Screen screen =
        Screen.show(
            () -> new WaitingBar(background.goingOn(), Messages.in(language)), 420, 160, theme);
    Screen.doOnWindow(
        () ->
            background.run(
                Background.Told.of("window.waiting.open", "large.yaml"),
                () -> "opened",
                became::add,
                () -> became.add("given up")));
    while (Screen.onWindow(background.goingOn()::isEmpty)) {
      Thread.sleep(10);
    }
    screen.picture(
        "waiting-"
            + language.name().toLowerCase(Locale.ROOT)
            + "-"
            + theme.name().toLowerCase(Locale.ROOT));

    assertEquals(sentence, screen.find("#waiting .label", Label.class).getText());
    Button button = screen.find("#stop-waiting", Button.class);
    assertEquals(stop, button.getText());
    Screen.doOnWindow(button::fire);
    worker.forEach(Runnable::run);
    screen.settle();

    assertEquals(List.of("given up"), became);
    assertFalse(screen.find("#waiting", WaitingBar.class).isVisible());
  }
}

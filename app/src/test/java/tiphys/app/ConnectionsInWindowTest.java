// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.cli.RecordedCluster;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;

/** The connections are opened from the menu, and the light at the foot tells how they do. */
@SuppressWarnings("NullAway.Init") // the window is opened before each test
final class ConnectionsInWindowTest {
  @TempDir Path folder;
  private final RecordedCluster cluster = new RecordedCluster();
  private WholeWindow window;

  ConnectionsInWindowTest() throws java.io.IOException {}

  @BeforeEach
  void open() throws Exception {
    window = WholeWindow.open(folder);
  }

  @AfterEach
  void close() {
    window.close();
    cluster.close();
  }

  @Test
  void aClusterIsAddedAndTestedFromTheMenuAndTheLightTellsIt() throws Exception {
    assertEquals("No cluster", light());
    window.choose("connections");
    window.await("they are open", () -> dialog().isPresent());
    write("name", "here");
    write("address", cluster.address());
    write("secret", RecordedCluster.TOKEN);
    press("save");
    window.await("it is kept", () -> light().equals("1 cluster"));
    window.screen().picture("connections-light-in-window");
    press("test");
    window.await("the light tells it", () -> light().equals("here"));

    Screen.doOnWindow(() -> dialog().orElseThrow().getRoot().requestFocus());
    new Hand(Screen.of(stage()), dialog().orElseThrow().getRoot()).type(KeyCode.ESCAPE);

    window.await("it closes", () -> dialog().isEmpty());
  }

  private String light() {
    return Screen.onWindow(window.screen().find("#connection-light", Button.class)::getText);
  }

  private void write(String field, String text) {
    Node node = Screen.onWindow(() -> dialog().orElseThrow().lookup("#connection-" + field));
    Screen.doOnWindow(() -> ((TextInputControl) node).setText(text));
  }

  private void press(String button) {
    Node node = Screen.onWindow(() -> dialog().orElseThrow().lookup("#connections-" + button));
    Screen.doOnWindow(((Button) node)::fire);
  }

  private Stage stage() {
    return Screen.onWindow(() -> (Stage) dialog().orElseThrow().getWindow());
  }

  private static Optional<Scene> dialog() {
    return Screen.onWindow(
        () ->
            Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.lookup("#connections-list") != null)
                .findFirst());
  }
}

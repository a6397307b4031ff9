// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.code.CodeListing;
import tiphys.app.files.Example;
import tiphys.app.screen.Screen;

/** The examples, each with its picture, what it teaches, its YAML and its Python. */
@SuppressWarnings("NullAway.Init") // the window is opened before each test
final class GalleryInWindowTest {
  @TempDir private Path settings;
  private WholeWindow window;

  @BeforeEach
  void openWindow() throws Exception {
    window = WholeWindow.open(settings);
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void everyExampleShowsWhatItTeachesItsPictureAndBothOfItsTexts() throws Exception {
    Scene gallery = gallery();
    ListView<?> list = find(gallery, "#gallery-list", ListView.class);
    for (Example example : Example.values()) {
      Screen.doOnWindow(() -> list.getSelectionModel().select(at(example)));
      String first = example.text().toString().lines().findFirst().orElseThrow();
      window.await(
          example.key(),
          () -> firstLine(gallery, 0).equals(first) && !firstLine(gallery, 1).isEmpty());
      ImageView picture = find(gallery, "#gallery-picture", ImageView.class);
      window.await("the picture", () -> Screen.onWindow(picture::getImage) != null);

      assertTrue(text(gallery, "#gallery-teaches").length() > 40, example.key());
    }
    assertEquals("Fine-tuning a language model on GPUs", text(gallery, "#gallery-title"));
  }

  @Test
  void enterOpensTheExampleThatIsChosen() throws Exception {
    Scene gallery = gallery();
    ListView<?> list = find(gallery, "#gallery-list", ListView.class);
    press(list, KeyCode.DOWN);
    press(list, KeyCode.ENTER);

    window.await("the file", () -> window.fileNames().contains("fan-out.yaml"));
  }

  @Test
  void theFirstPageHasCardsOfExamplesAsManyAsThereIsRoomFor() throws Exception {
    Button card = window.screen().find("#welcome-example-diamond", Button.class);
    StackPane paper = (StackPane) Objects.requireNonNull(Screen.onWindow(card::getGraphic));
    ImageView picture = (ImageView) paper.getChildren().getFirst();
    window.await("the picture", () -> Screen.onWindow(picture::getImage) != null);
    assertTrue(Screen.onWindow(card::getAccessibleHelp).startsWith("Four tasks"));

    window.choose("new");
    window.screen().picture("welcome-new");
    Button last = window.screen().find("#welcome-example-sweep", Button.class);
    assertFalse(Screen.onWindow(last::isVisible));
    Button first = window.screen().find("#welcome-example-diamond", Button.class);
    Screen.doOnWindow(first::fire);
    window.await("the file", () -> window.fileNames().contains("diamond.yaml"));
  }

  @Test
  void theGalleryIsShownInBothLanguagesAndLooks() throws Exception {
    window.screen().picture("welcome-light");
    Scene light = gallery();
    show(light, "gallery-light");
    Screen.doOnWindow(() -> light.getWindow().hide());
    window.choose("theme-dark");
    window.choose("language-ja");
    window.screen().picture("welcome-dark-ja");

    Scene dark = gallery();
    show(dark, "gallery-dark-ja");

    assertEquals("例", title(dark));
  }

  private void show(Scene gallery, String name) throws InterruptedException {
    ListView<?> list = find(gallery, "#gallery-list", ListView.class);
    Screen.doOnWindow(() -> list.getSelectionModel().select(at(Example.MAP_REDUCE)));
    ImageView picture = find(gallery, "#gallery-picture", ImageView.class);
    window.await("the picture", () -> Screen.onWindow(picture::getImage) != null);
    Screen.doOnWindow(
        () -> {
          TabPane texts = (TabPane) Objects.requireNonNull(gallery.lookup("#gallery-texts"));
          texts.getSelectionModel().select(1);
        });
    window.await("the Python", () -> !firstLine(gallery, 1).isEmpty());
    Screen.pictureOf(gallery, name);
  }

  private static String title(Scene scene) {
    return Screen.onWindow(() -> ((Stage) scene.getWindow()).getTitle());
  }

  private Scene gallery() throws InterruptedException {
    window.choose("gallery");
    window.await("the gallery", () -> !galleries().isEmpty());
    return galleries().getFirst();
  }

  private static List<Scene> galleries() {
    return Screen.onWindow(
        () ->
            Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Window::getScene)
                .filter(scene -> "gallery".equals(scene.getRoot().getId()))
                .toList());
  }

  private static <T> T find(Scene scene, String selector, Class<T> type) {
    return type.cast(Screen.onWindow(() -> Objects.requireNonNull(scene.lookup(selector))));
  }

  private static String text(Scene scene, String selector) {
    Label label = find(scene, selector, Label.class);
    return Screen.onWindow(label::getText);
  }

  private static String firstLine(Scene gallery, int tab) {
    TabPane texts = find(gallery, "#gallery-texts", TabPane.class);
    return Screen.onWindow(
        () -> {
          Tab chosen = texts.getTabs().get(tab);
          CodeListing code = (CodeListing) chosen.getContent();
          return code.getItems().isEmpty() ? "" : code.getItems().getFirst().text();
        });
  }

  private static int at(Example example) {
    return List.of(Example.values()).indexOf(example);
  }

  private static void press(ListView<?> list, KeyCode key) {
    Screen.doOnWindow(
        () ->
            list.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
  }
}

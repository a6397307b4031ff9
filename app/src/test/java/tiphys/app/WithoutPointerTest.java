// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.screen.Screen;

/** Who has no pointer, or cannot see, reaches and hears everything. */
@SuppressWarnings("NullAway.Init") // the window is opened before each test
final class WithoutPointerTest {
  @TempDir Path settings;
  private WholeWindow window;

  @BeforeEach
  void openTheDiamond() throws Exception {
    window = WholeWindow.open(settings);
    window.choose("example-diamond");
    window.await("the diamond", () -> window.canvas().edges().size() == 4);
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void everyTaskAndEveryConnectionIsTold() {
    Set<String> tasks = new LinkedHashSet<>();
    for (int i = 0; i < 4; i++) {
      window.hand().type(KeyCode.TAB);
      tasks.add(told().substring(0, 1));
    }
    assertEquals(Set.of("A", "B", "C", "D"), tasks);
    Set<String> connections = new LinkedHashSet<>();
    for (int i = 0; i < 4; i++) {
      window.hand().type(KeyCode.PERIOD);
      connections.add(told());
    }
    assertEquals(4, connections.size(), connections.toString());
    for (String edge : window.canvas().edges()) {
      String[] ends = edge.split("→", 2);
      assertTrue(
          connections.stream()
              .anyMatch(it -> it.startsWith("Connection from " + ends[0] + " to " + ends[1])),
          edge + " " + connections);
    }
  }

  @Test
  void aTaskIsMadeConnectedNamedAndDeletedByKeysAlone() throws Exception {
    window.hand().type(KeyCode.N);
    window.hand().type(KeyCode.ENTER);
    window.await("the new task", () -> window.canvas().selected().size() == 1);
    String made = window.canvas().selected().iterator().next().value();
    if (isWriting()) {
      window.hand().type(KeyCode.ESCAPE);
    }
    assertTrue(window.canvas().text().contains("name: " + made), window.canvas().text());
    List<KeyCode> arrows = List.of(KeyCode.UP, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.DOWN);
    for (int i = 0; i < arrows.size() && window.canvas().edges().size() == 4; i++) {
      window.hand().type(KeyCode.C, arrows.get(i), KeyCode.ENTER);
    }
    assertEquals(5, window.canvas().edges().size());
    window.hand().type(KeyCode.DELETE);
    assertEquals(4, window.canvas().edges().size());
  }

  @Test
  void everyEntryOfTheMenusIsFoundInThePalette() {
    List<String> titles =
        Screen.onWindow(
            () ->
                window.screen().find(".menu-bar", MenuBar.class).getMenus().stream()
                    .flatMap(WithoutPointerTest::items)
                    .filter(item -> item.getId() != null && !item.isDisable())
                    .filter(item -> !item.getId().equals("action-find-command"))
                    .map(MenuItem::getText)
                    .toList());
    assertTrue(titles.size() > 60, titles.toString());
    window.choose("find-command");
    TextField words = window.screen().find("#command-words", TextField.class);
    ListView<?> found = window.screen().find("#command-results", ListView.class);
    for (String title : titles) {
      Screen.doOnWindow(() -> words.setText(title));
      assertTrue(
          Screen.onWindow(
              () ->
                  found.getItems().stream()
                      .anyMatch(item -> item.toString().startsWith("Findable[title=" + title))),
          title);
    }
  }

  @Test
  void whateverTakesTheKeysHasANameForScreenReaders() {
    window.hand().type(KeyCode.TAB);
    List<String> nameless = new ArrayList<>();
    for (String panel :
        List.of("source", "problems", "outline", "variables", "run", "folder", "history")) {
      window.choose("show-" + panel);
      Screen.doOnWindow(() -> collect(window.screen().scene().getRoot(), nameless));
    }
    assertEquals(List.of(), nameless.stream().distinct().toList());
  }

  private boolean isWriting() {
    return Screen.onWindow(
        () -> window.screen().scene().getFocusOwner() instanceof TextInputControl);
  }

  private String told() {
    return Screen.onWindow(
        () -> window.screen().scene().getRoot().lookup(".canvas").getAccessibleText());
  }

  private static Stream<MenuItem> items(MenuItem item) {
    return item instanceof Menu menu
        ? menu.getItems().stream().flatMap(WithoutPointerTest::items)
        : Stream.of(item);
  }

  private static void collect(Node node, List<String> nameless) {
    if (!node.isVisible()) {
      return;
    }
    boolean isControl =
        node instanceof Labeled
            || node instanceof TextInputControl
            || node instanceof ComboBoxBase<?>;
    if (isControl && node.isFocusTraversable() && !hasName(node)) {
      nameless.add(node + " in " + node.getParent());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, nameless));
    }
  }

  private static boolean hasName(Node node) {
    String spoken = node.getAccessibleText();
    String shown =
        switch (node) {
          case Labeled labeled -> labeled.getText();
          case TextInputControl field -> field.getPromptText();
          default -> null;
        };
    return spoken != null && !spoken.isBlank() || shown != null && !shown.isBlank();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.screen.Screen;

/** Who looks elsewhere hears on the desktop what becomes of a run. */
@SuppressWarnings("NullAway.Init") // the window is opened by each test
final class NoticesOfRunsTest {
  @TempDir Path folder;
  private WholeWindow window;

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  @Test
  void whatIsToldIsAnArgumentOfTheSystemsCommandAndNothingMore() throws Exception {
    assumeTrue(File.pathSeparator.equals(":"), "the command is a script");
    open(commandThatEndsWith(0), "$(touch gone) & <b>.yaml", file("exit 1"));
    window.choose("tell-runs");
    minimise(true);
    run();
    window.await("the desktop hears of it", () -> told().size() == 4);
    assertEquals("--app-name=Tiphys", told().get(0));
    assertEquals("--", told().get(1));
    assertTrue(told().get(2).matches("Run flow-\\w+ failed"), told().get(2));
    assertTrue(
        told().get(3).startsWith("$(touch gone) &amp; &lt;b&gt;.yaml · This computer · "),
        told().get(3));
    assertTrue(told().get(3).endsWith(" · 1 of 1"), told().get(3));
    assertFalse(Files.exists(Path.of("gone")));
    assertTrue(popup().isEmpty());
  }

  @Test
  void nothingIsToldInFrontOfTheWindowNorWhereItIsSwitchedOff() throws Exception {
    assumeTrue(File.pathSeparator.equals(":"), "the command is a script");
    open(commandThatEndsWith(0), "flow.yaml", file("true"));
    window.choose("tell-runs");
    run();
    minimise(true);
    window.choose("tell-runs");
    run();
    window.choose("tell-runs");
    run();
    window.await("the last one is told", () -> told().size() == 4);
  }

  @Test
  void whereTheDesktopTakesNothingTheProgramShowsItItself() throws Exception {
    assumeTrue(File.pathSeparator.equals(":"), "the command is a script");
    open(commandThatEndsWith(1), "flow.yaml", file("true"));
    window.choose("tell-runs");
    window.choose("theme-dark");
    minimise(true);
    run();
    window.await("the notice", () -> popup().isPresent());
    assertTrue(words(popup().orElseThrow()).getFirst().endsWith("succeeded"));
    Screen.pictureOf(popup().orElseThrow(), "desktop-notice-dark");
  }

  @Test
  void aRunThatWaitsForSomebodySaysSoAndOneThatWaitsForATimeDoesNot() throws Exception {
    open(Map.of("PATH", ""), "flow.yaml", suspending("{}"));
    window.choose("tell-runs");
    window.choose("language-ja");
    minimise(true);
    window.choose("run");
    window.await("the notice", () -> popup().isPresent());
    List<String> words = words(popup().orElseThrow());
    assertTrue(words.getFirst().endsWith("は再開を待っています"), words.getFirst());
    Screen.pictureOf(popup().orElseThrow(), "desktop-notice-ja");
    Screen.doOnWindow(() -> popup().orElseThrow().getWindow().hide());
    window.choose("run-resume");
    window.await("the end", () -> popup().isPresent());
    assertTrue(words(popup().orElseThrow()).getFirst().endsWith("成功しました"));
  }

  @Test
  void whatWaitsForATimeAloneNeedsNobody() throws Exception {
    open(Map.of("PATH", ""), "flow.yaml", suspending("{duration: \"1\"}"));
    window.choose("tell-runs");
    minimise(true);
    run();
    window.await("the end", () -> popup().isPresent());
    assertTrue(words(popup().orElseThrow()).getFirst().endsWith("succeeded"));
  }

  private void open(Map<String, String> environment, String name, String text) throws Exception {
    window = WholeWindow.open(folder.resolve("settings"), environment);
    Path file = Files.writeString(folder.resolve(name), text);
    Screen.doOnWindow(() -> window.window().desk().open(file));
    window.await("the file", () -> window.fileNames().contains(name));
  }

  /** The platform of the tests has no other program that a window could stand behind. */
  private void minimise(boolean isMinimised) {
    Screen.doOnWindow(() -> window.screen().stage().setIconified(isMinimised));
  }

  private void run() throws InterruptedException {
    window.choose("run");
    window.await("the end", () -> state().contains("Succeeded") || state().contains("Failed"));
  }

  private String state() {
    return Screen.onWindow(
        () ->
            Optional.ofNullable((Button) window.screen().scene().lookup("#run-state"))
                .map(Button::getText)
                .orElse(""));
  }

  private Map<String, String> commandThatEndsWith(int code) throws IOException {
    Path commands = Files.createDirectory(folder.resolve("commands"));
    Path command =
        Files.writeString(
            commands.resolve("notify-send"),
            "#!/bin/sh\nprintf '%%s\\n' \"$@\" >> '%s'\nexit %d\n"
                .formatted(folder.resolve("told"), code));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    return Map.of("PATH", "not/absolute:" + commands);
  }

  private List<String> told() {
    try {
      Path told = folder.resolve("told");
      return Files.exists(told) ? Files.readAllLines(told) : List.of();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Optional<Scene> popup() {
    return Screen.onWindow(
        () ->
            Window.getWindows().stream()
                .filter(Popup.class::isInstance)
                .map(Window::getScene)
                .filter(scene -> scene.lookup("#desktop-notice") != null)
                .findFirst());
  }

  private static List<String> words(Scene scene) {
    return Screen.onWindow(
        () ->
            scene.getRoot().lookupAll("#desktop-notice .label").stream()
                .map((Node node) -> ((Label) node).getText())
                .toList());
  }

  private static String file(String script) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Workflow
    metadata: {generateName: flow-}
    spec:
      entrypoint: main
      templates:
        - {name: main, dag: {tasks: [{name: do, template: sh}]}}
        - {name: sh, container: {image: busybox, command: [sh, -c], args: ["%s"]}}
    """
        .formatted(script);
  }

  private static String suspending(String how) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Workflow
    metadata: {generateName: flow-}
    spec:
      entrypoint: main
      templates:
        - {name: main, dag: {tasks: [{name: hold, template: hold}]}}
        - {name: hold, suspend: %s}
    """
        .formatted(how);
  }
}

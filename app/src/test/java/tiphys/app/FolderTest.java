// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import tiphys.app.cli.CommandLine;
import tiphys.app.editor.Editor;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.settings.Settings;
import tiphys.app.theme.ThemeChoice;
import tiphys.app.window.TiphysWindow;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;

class FolderTest {
  @TempDir private Path folder;

  /** What a window keeps in its folder goes with it. */
  @AfterEach
  void close() {
    Screen.doOnWindow(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
  }

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("lib/deep"));
    Files.writeString(
        folder.resolve("lib/deep/tools.yaml"),
        """
        kind: WorkflowTemplate
        metadata: {name: tools}
        spec:
          templates:
            - name: print
              inputs: {parameters: [{name: message}]}
              script: {image: python, source: "print(1)"}
        """);
    Files.writeString(
        folder.resolve("main.yaml"),
        """
        kind: Workflow
        metadata: {generateName: main-}
        spec:
          entrypoint: main
          templates:
            - name: main
              dag:
                tasks:
                  - {name: t, templateRef: {name: tools, template: print}}
                  - {name: u, templateRef: {name: elsewhere, template: print}}
        """);
  }

  @Test
  void lintOfAFileAndOfAFolderKnowsTheOtherFiles() {
    for (String words : List.of(folder.resolve("main.yaml").toString(), folder.toString())) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
      int status =
          new CommandLine(printed, printed, Messages.in(Language.ENGLISH))
              .execute(List.of("lint", words));
      String said = out.toString(StandardCharsets.UTF_8);

      assertEquals(1, status, said);
      assertTrue(said.contains("“t” gives no value for “message”"), said);
      assertTrue(said.contains("“elsewhere” is in no file of this folder"), said);
    }
  }

  @Test
  void aNodeLeadsToTheOtherFileAndTheBreadcrumbsLeadBack() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    TiphysWindow window =
        Screen.onWindow(
            () -> {
              Settings settings = Settings.in(folder.resolve(".config"));
              settings.theme().set(ThemeChoice.LIGHT);
              settings.language().set(Optional.of(Language.ENGLISH));
              TiphysWindow made = new Wiring(settings).window(stage);
              made.show();
              made.desk().open(folder.resolve("main.yaml"));
              return made;
            });
    Screen screen = Screen.of(stage);
    until(screen, () -> kindOfFirst(window).filter(NodeKind.SCRIPT::equals).isPresent());

    Screen.doOnWindow(() -> editor(window).open(new NodeId("t")));
    until(screen, () -> nameOfShown(window).equals("tools.yaml"));
    screen.settle();
    screen.picture("folder-arrived");
    Button back = screen.find("#breadcrumb-back", Button.class);
    assertEquals("‹ main.yaml › main", Screen.onWindow(back::getText));
    assertEquals(
        "print", Screen.onWindow(() -> editor(window).scope().orElseThrow().template().value()));

    Screen.doOnWindow(back::fire);
    assertEquals("main.yaml", nameOfShown(window));
  }

  private static void until(Screen screen, BooleanSupplier isDone) {
    for (int i = 0; i < 200 && !isDone.getAsBoolean(); i++) {
      screen.settle();
    }
  }

  private static Editor editor(TiphysWindow window) {
    return window.desk().files().shown().get().orElseThrow().editor();
  }

  private static String nameOfShown(TiphysWindow window) {
    return Screen.onWindow(
        () -> window.desk().files().shown().get().map(OpenFile::name).orElse(""));
  }

  private static Optional<NodeKind> kindOfFirst(TiphysWindow window) {
    return Screen.onWindow(
        () ->
            window
                .desk()
                .files()
                .shown()
                .get()
                .map(OpenFile::editor)
                .flatMap(
                    editor ->
                        editor
                            .scope()
                            .map(scope -> editor.state().get().graph(scope).nodes().getFirst())
                            .map(node -> node.kind())));
  }
}

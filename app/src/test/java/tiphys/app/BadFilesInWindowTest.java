// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.screen.Screen;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;

/**
 * Whatever is opened, the window lives on: the text is there to be mended, or a sentence says why.
 */
class BadFilesInWindowTest {
  private static final String HALF =
      """
      kind: Workflow
      spec:
        entrypoint: main
        templates:
        - name: [
      """;

  @TempDir private Path folder;

  @Test
  void whateverATextHoldsItIsThereToBeMendedAndTheOthersAreUnharmed() throws Exception {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("half.yaml", HALF);
    texts.put("deployment.yaml", "kind: Deployment\nspec: {}\n");
    texts.put("list.yaml", "- a\n- b\n");
    texts.put("scalar.yaml", "hello\n");
    texts.put("empty.yaml", "");
    texts.put("deep.yaml", "a: " + "[".repeat(10_000) + "\n");
    texts.put("alias.yaml", "kind: Workflow\nspec: &s {templates: *s}\n");
    WholeWindow window = WholeWindow.open(folder.resolve("settings"));
    window.choose("example-diamond");
    String diamond = window.canvas().text();

    for (Map.Entry<String, String> each : texts.entrySet()) {
      open(window, Files.writeString(folder.resolve(each.getKey()), each.getValue()));

      assertEquals(each.getValue(), window.canvas().text());
      String first = each.getValue().lines().findFirst().orElse("");
      CodeArea source = window.screen().find(".code-area", CodeArea.class);
      assertEquals(first, Screen.onWindow(() -> source.getPlainText(0)), each.getKey());
      window.choose("close");
    }

    assertEquals(diamond, window.canvas().text());
    assertEquals(4, window.canvas().edges().size());
    window.close();
  }

  @Test
  void aHalfTypedTextIsDrawnAgainAsSoonAsItIsMended() throws Exception {
    WholeWindow window = WholeWindow.open(folder.resolve("settings"));
    open(window, Files.writeString(folder.resolve("half.yaml"), HALF));
    window.screen().picture("bad-half-typed");
    assertEquals(1, window.file().editor().state().get().problems().size());

    int at = HALF.indexOf('[');
    Screen.doOnWindow(
        () ->
            window
                .file()
                .editor()
                .type(
                    TextEdits.of(
                        new TextEdit(
                            new tiphys.model.text.TextRange(at, at + 1),
                            "main\n    container: {image: busybox}"))));
    window.screen().settle();

    assertTrue(window.canvas().editor().scope().isPresent());
    assertTrue(window.file().editor().state().get().tree().syntaxError().isEmpty());
    window.close();
  }

  @Test
  void whatIsNoTextIsSaidAndNothingOpens() throws Exception {
    WholeWindow window = WholeWindow.open(folder.resolve("settings"));
    window.choose("example-diamond");
    Path large = folder.resolve("large.yaml");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    Map<Path, String> sentences =
        Map.of(
            large,
            "has 100 MB; Tiphys opens files up to 64 MB",
            Files.write(folder.resolve("wide.yaml"), "a: b".getBytes(StandardCharsets.UTF_16)),
            "is not a text in UTF-8",
            folder.resolve("missing.yaml"),
            "There is no file");

    for (Map.Entry<Path, String> each : sentences.entrySet()) {
      window.willAnswer(each.getKey());
      window.choose("open");
      window.await(each.getValue(), () -> window.notice().contains(each.getValue()));
      assertFalse(window.notice().contains("Exception"));
    }

    assertEquals(1, window.fileNames().size());
    window.close();
  }

  private static void open(WholeWindow window, Path file) throws IOException, InterruptedException {
    String name = file.getFileName().toString();
    window.willAnswer(file);
    window.choose("open");
    window.await(name, () -> window.fileNames().contains(name));
  }
}

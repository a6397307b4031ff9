// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;

/**
 * Whatever a file holds: a sentence, with the place where there is one, and never a stack trace.
 */
class BadInputTest {
  private static final String HEAD =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: bad-}
      spec:
        entrypoint: main
      """;

  @TempDir private Path folder;

  @Test
  void whatIsNoYamlIsSaidWithItsPlace() throws IOException {
    says(1, "bad.yaml:2:10: error: This is not YAML here", "kind: Workflow\nspec: {[ }\n");
    says(1, "bad.yaml:1:1: error: This is not YAML here", "\tkind: Workflow\n");
  }

  @Test
  void aHalfTypedWorkflowIsSaidWithItsPlace() throws IOException {
    says(1, "bad.yaml:7:12: error: This is not YAML here", HEAD + "  templates:\n  - name: [\n");
  }

  @Test
  void whatIsNoWorkflowIsSaidToBeNone() throws IOException {
    for (String text :
        List.of(
            "kind: Deployment\n", "- a\n- b\n", "hello\n", "", "# one\n# two\n", "---\n---\n")) {
      says(1, "bad.yaml holds no Argo workflow", text);
    }
  }

  @Test
  void aFileThatIsTooLargeIsRefusedWithoutReadingIt() throws IOException {
    Path file = folder.resolve("bad.yaml");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(100L << 20);
    }
    for (String verb : List.of("lint", "graph", "run")) {
      assertSays(2, "bad.yaml has 100 MB; Tiphys opens files up to 64 MB.", verb, file.toString());
    }
  }

  @Test
  void whatIsNoUtf8TextIsSaidToBeNone() throws IOException {
    byte[] binary = new byte[512];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) i;
    }
    Charset latin = StandardCharsets.ISO_8859_1;
    for (byte[] bytes :
        List.of(
            binary, "kind: W".getBytes(StandardCharsets.UTF_16), "kind: Wörk\n".getBytes(latin))) {
      Path file = Files.write(folder.resolve("bad.yaml"), bytes);
      assertSays(2, "bad.yaml is not a text in UTF-8", "lint", file.toString());
    }
  }

  @Test
  void aBombOfAliasesIsRefusedWhereItGrowsTooLarge() throws IOException {
    StringBuilder bomb = new StringBuilder(HEAD).append("  x0: &x0 [a, a, a, a, a, a, a, a]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("  x" + i + ": &x" + i + " [")
          .append(("*x" + (i - 1) + ", ").repeat(8))
          .append("]\n");
    }
    Path file = Files.writeString(folder.resolve("bad.yaml"), bomb);
    for (String[] words :
        new String[][] {
          {"lint"},
          {"graph"},
          {"run", "--yes"},
          {"export", "--to", "json"},
          {"export", "--to", "svg"}
        }) {
      assertSays(1, "bad.yaml:12:", file, words);
      assertSays(1, "more than 1000000 values", file, words);
    }
  }

  @Test
  void anAliasInsideItsOwnAnchorIsRefused() throws IOException {
    says(1, "bad.yaml:6:18: error: “*t” stands inside", HEAD + "  templates: &t [*t]\n");
  }

  @Test
  void nestingBeyondMeasureIsRefusedWithItsPlace() throws IOException {
    says(1, "bad.yaml:1:", "a: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n");
    StringBuilder block = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      block.append(" ".repeat(i)).append("a:\n");
    }
    says(1, "bad.yaml:201:201: error: The file nests deeper than 200 levels", block.toString());
  }

  @Test
  void aFolderIsLookedThroughByLintAndRefusedByTheOthers() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertSays(2, "There is no YAML or JSON file in the folder", "lint", empty.toString());
    assertSays(2, "is a folder. Name a file in it.", "graph", empty.toString());
    assertSays(2, "is a folder. Name a file in it.", "run", empty.toString());
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeMissing() {
    String missing = folder.resolve("missing.yaml").toString();
    for (String verb : List.of("lint", "graph", "run")) {
      assertSays(2, "There is no file " + missing, verb, missing);
    }
    assertSays(2, "There is no file " + missing, "export", missing, "--to", "json");
    assertSays(2, "There is no file " + missing, "edit", missing, "delete-task", "a/b");
  }

  @Test
  void aRefusedFileStaysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), HEAD + "  templates: [\n");
    String before = Files.readString(file);
    assertSays(
        1, "bad.yaml:6:15: error:", "edit", file.toString(), "delete-task", "a/b", "--in-place");
    assertEquals(before, Files.readString(file));
  }

  @Test
  void whatIsNotPossibleIsNamedWithWhatIs() throws IOException {
    String file = Files.writeString(folder.resolve("f.yaml"), HEAD).toString();
    assertSays(2, "There is no verb “lnt”. Possible are: open, new, lint", "lnt");
    assertSays(2, "“lint” has no option --colour.", "lint", "--colour", file);
    assertSays(2, "“open” has no option --colour.", "open", "--colour");
    assertSays(2, "The option --to needs a value", "export", file, "--to");
    assertSays(
        2, "“gif” is not possible here. Possible are: yaml, json", "export", file, "--to=gif");
    assertSays(2, "There is no operation “cut”. Possible are: copy", "edit", file, "cut");
    assertSays(2, "“docker” is not possible here", "run", file, "--engine", "docker");
    assertSays(2, "“xml” is not possible here. Possible are: json", "run", file, "-o", "xml");
    assertSays(2, "“message” is no parameter. Write -p name=value.", "run", file, "-p", "message");
  }

  private void says(int status, String sentence, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), text);
    assertSays(status, sentence, "lint", file.toString());
  }

  private static void assertSays(int status, String sentence, Path file, String... words) {
    List<String> all = new java.util.ArrayList<>(List.of(words));
    all.add(1, file.toString());
    assertSays(status, sentence, all.toArray(String[]::new));
  }

  private static void assertSays(int status, String sentence, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    CommandLine line = new CommandLine(both, both, Messages.in(Language.ENGLISH));
    int exit = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> line.execute(List.of(words)));
    String text = said.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains(sentence), text);
    assertFalse(text.contains("Exception"), text);
    assertFalse(text.contains("\tat "), text);
    assertEquals(status, exit, text);
  }
}

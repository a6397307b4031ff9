// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;

/** A rename that the other files of the folder follow. */
final class FolderEditTest {
  private static final String TOOLS =
      """
      kind: WorkflowTemplate
      metadata: {name: tools}
      spec:
        templates:
          - name: print # prints
            inputs: {parameters: [{name: text}]}
            container: {image: busybox}
      """;

  private static final String MAIN =
      """
      kind: Workflow
      metadata: {generateName: main-}
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks:
                # calls
                - name: t
                  templateRef: {name: tools, template: print} # here
                  arguments: {parameters: [{name: text, value: x}]}
      """;

  private static final String CRON =
      "kind: CronWorkflow\r\nmetadata: {name: c}\r\nspec:\r\n  workflowSpec:\r\n"
          + "    entrypoint: 'print'\r\n    workflowTemplateRef: {name: tools}\r\n";

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws Exception {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("tools.yaml"), TOOLS);
    Files.writeString(folder.resolve("main.yaml"), MAIN);
    Files.writeString(folder.resolve("sub/cron.yaml"), CRON);
    Files.writeString(folder.resolve("other.yaml"), MAIN.replace("tools", "others"));
  }

  @Test
  void theListIsPrintedAndNothingIsChanged() throws Exception {
    assertEquals(0, rename("rename-template", "print", "say", "--dry-run"), err::toString);

    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(
        said.contains(
            "main.yaml:11: templateRef: {name: tools, template: print} # here"
                + " → templateRef: {name: tools, template: say} # here"),
        said);
    assertTrue(said.contains("cron.yaml:5: entrypoint: 'print' → entrypoint: 'say'"), said);
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("3 places in 3 files"));
    assertEquals(List.of(TOOLS, MAIN, CRON), texts());
  }

  @Test
  void allFilesSayTheNewNameAndNothingElseChanges() throws Exception {
    assertEquals(0, rename("rename-template", "print", "say", "--in-place"), err::toString);
    assertEquals(
        List.of(
            TOOLS.replace("name: print", "name: say"),
            MAIN.replace("template: print", "template: say"),
            CRON.replace("'print'", "'say'")),
        texts());
  }

  @Test
  void theNameOfTheResourceAndOfAnInputAreFollowedToo() throws Exception {
    rename("rename-resource", "tools", "kit", "--in-place");
    assertEquals(0, rename("rename-slot", "print", "inputs.parameters", "text", "m", "--in-place"));
    assertEquals(
        List.of(
            TOOLS.replace("tools", "kit").replace("name: text", "name: m"),
            MAIN.replace("tools", "kit").replace("name: text", "name: m"),
            CRON.replace("tools", "kit")),
        texts());
  }

  @Test
  void anArgumentIsPassedUnderItsNewNameByTheOtherFiles() throws Exception {
    Files.writeString(
        folder.resolve("tools.yaml"),
        TOOLS.replace(
            "spec:\n", "spec:\n  entrypoint: print\n  arguments: {parameters: [{name: text}]}\n"));
    String cron = CRON + "    arguments: {parameters: [{name: text, value: x}]} # nightly\r\n";
    Files.writeString(folder.resolve("sub/cron.yaml"), cron);

    assertEquals(0, rename("rename-argument", "parameters", "text", "words", "--in-place"));

    assertEquals(
        List.of(
            MAIN.replace("name: text", "name: words"), cron.replace("name: text", "name: words")),
        texts().subList(1, 3));
    assertEquals(2, texts().getFirst().split("name: words", -1).length - 1);
  }

  @Test
  void whatAFileOnlyPassesOnIsRenamedInTheFileThatDeclaresItAndInAllOthers() throws Exception {
    String tools =
        TOOLS.replace(
            "spec:\n", "spec:\n  entrypoint: print\n  arguments: {parameters: [{name: text}]}\n");
    String cron = CRON + "    arguments: {parameters: [{name: text, value: x}]} # nightly\r\n";
    Files.writeString(folder.resolve("tools.yaml"), tools);
    Files.writeString(folder.resolve("sub/cron.yaml"), cron);

    int status =
        renameIn("sub/cron.yaml", "rename-argument", "parameters", "text", "words", "--in-place");

    assertEquals(0, status, err::toString);
    assertEquals(
        List.of(
            tools.replace("name: text", "name: words"),
            MAIN.replace("name: text", "name: words"),
            cron.replace("name: text", "name: words")),
        texts());
  }

  @Test
  void whereOneFileCannotBeWrittenAllAreAsTheyWere() throws Exception {
    // its name leaves no room for the file beside it that takes its place
    Path stuck = Files.writeString(folder.resolve("z".repeat(245) + ".yaml"), MAIN);

    assertEquals(2, rename("rename-template", "print", "say", "--in-place"));

    assertTrue(err.toString(StandardCharsets.UTF_8).contains("No file was changed"), err::toString);
    assertEquals(List.of(TOOLS, MAIN, CRON), texts());
    assertEquals(MAIN, Files.readString(stuck));
  }

  @Test
  void aFileThatCannotBeUnderstoodIsNamedAndPassedOver() throws Exception {
    Files.writeString(folder.resolve("broken.yaml"), "templateRef: {name: tools\n");
    assertEquals(0, rename("rename-template", "print", "say", "--dry-run"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("broken.yaml was passed over"));
  }

  @Test
  void whatMakesNoSenseIsSaidInASentence() {
    assertEquals(2, rename("rename-template", "print", "say"));
    assertEquals(2, rename("duplicate-template", "print", "say", "--dry-run"));
    assertEquals(1, rename("rename-template", "print", "a b", "--dry-run"));
    assertEquals(1, rename("rename-resource", "nothing", "kit", "--dry-run"));
    assertTrue(
        err.toString(StandardCharsets.UTF_8).contains("no resource called “nothing”"),
        err::toString);
  }

  private int rename(String... words) {
    return renameIn("tools.yaml", words);
  }

  private int renameIn(String file, String... words) {
    List<String> all = new ArrayList<>(List.of("edit", folder.resolve(file).toString()));
    all.addAll(List.of(words));
    all.addAll(List.of("--folder", folder.toString()));
    return new CommandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Messages.in(Language.ENGLISH))
        .execute(all);
  }

  private List<String> texts() throws Exception {
    return List.of(
        Files.readString(folder.resolve("tools.yaml")),
        Files.readString(folder.resolve("main.yaml")),
        Files.readString(folder.resolve("sub/cron.yaml")));
  }
}

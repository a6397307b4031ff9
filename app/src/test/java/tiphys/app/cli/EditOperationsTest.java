// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.model.command.Command;

/** Every edit of the window is an operation of the command line. */
final class EditOperationsTest {
  /** Commands that another name stands for. */
  private static final Set<String> NAMED_OTHERWISE =
      Set.of(
          "add-task-of-kind",
          "delete-tasks",
          "set-field",
          "unset-field",
          "correct",
          "quote",
          "follow-rename",
          "rename-inline-slot",
          "rename-inline-task");

  @TempDir Path folder;

  @Test
  void everyCommandHasAnOperation() {
    Set<String> missing = new TreeSet<>();
    for (Class<?> command : Command.class.getPermittedSubclasses()) {
      String key =
          command
              .getSimpleName()
              .replaceAll("(?<!^)([A-Z])", "-$1")
              .toLowerCase(java.util.Locale.ROOT);
      if (EditOperation.named(key).isEmpty() && !NAMED_OTHERWISE.contains(key)) {
        missing.add(key);
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void theHelpTellsEveryOperationInBothLanguages() {
    for (Language language : Language.values()) {
      String help = run(language, "edit", "--help");
      for (EditOperation operation : EditOperation.ALL) {
        assertTrue(help.contains(" " + operation.name() + " "), operation.name());
      }
    }
  }

  @Test
  void anInputOfATemplateThatStandsInATaskIsRenamed() throws Exception {
    String text =
        """
        kind: Workflow
        spec:
          templates:
          - name: main
            dag:
              tasks:
              - name: A
                arguments: {parameters: [{name: word, value: x}]} # passed
                inline: {inputs: {parameters: [{name: word}]}, script: {source: "{{inputs.parameters.word}}"}}
        """;
    Path file = write("inline.yaml", text);

    String after =
        run(
            Language.ENGLISH,
            "edit",
            file.toString(),
            "rename-slot",
            "main/A",
            "inputs.parameters",
            "word",
            "saying");

    assertEquals(text.replace("word", "saying"), after);
  }

  @Test
  void whatIsCopiedOfOneFileIsPastedIntoAnother() throws Exception {
    Path from =
        write(
            "from.yaml",
            """
            kind: Workflow
            spec:
              templates:
              - name: main
                dag:
                  tasks:
                  # speaks
                  - {name: A, template: say}
                  - {name: B, depends: A, template: say}
              - name: say
                container: {image: busybox}
            """);
    Path to =
        write(
            "to.yaml",
            """
            kind: Workflow
            spec:
              templates:
              - name: main
                dag:
                  tasks:
                  - {name: A, template: other}
            """);
    String copied = run("edit", from.toString(), "copy-tasks", "main/A", "main/B");
    assertEquals(
        "# speaks\n- {name: A, template: say}\n- {name: B, depends: A, template: say}\n", copied);
    Path fragment =
        write(
            "fragment.yaml",
            run("edit", from.toString(), "copy-tasks", "main/A", "main/B", "--with-templates"));

    String pasted = run("edit", to.toString(), "paste-fragment", "main", fragment.toString());

    assertEquals(
        Files.readString(to)
            + """
                  # speaks
                  - {name: A-2, template: say}
                  - {name: B, depends: A-2, template: say}
              - name: say
                container: {image: busybox}
            """,
        pasted);
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String run(String... words) {
    return run(Language.ENGLISH, words);
  }

  private static String run(Language language, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        new CommandLine(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Messages.in(language))
            .execute(List.of(words));
    assertEquals(0, exit, () -> err.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}

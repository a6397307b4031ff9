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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.files.Repository;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;

/** A file against its commits, in a real repository. */
final class DiffVerbTest {
  private static final Path DIAMOND =
      Path.of("..", "..", "shared", "argo", "examples", "dag-diamond.yaml");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path file = Path.of("");

  @BeforeEach
  void copyTheDiamond() throws Exception {
    file =
        Files.copy(DIAMOND, Files.createDirectory(folder.resolve("flüsse 流")).resolve("流 a.yaml"));
  }

  @Test
  void aFileAloneIsComparedWithItsLastCommit() {
    Repository.in(folder).commit("First");
    assertEquals(0, tiphys("diff", file.toString()), err());
    assertEquals("", out());

    tiphys("edit", file.toString(), "rename-task", "diamond/B", "middle", "--in-place");
    out.reset();

    assertEquals(1, tiphys("diff", file.toString()), err());
    assertEquals("~ diamond/B → diamond/middle\n", out());
    out.reset();
    assertEquals(1, tiphys("diff", file.toString(), "-o", "json"));
    assertTrue(out().contains("\"was\" : \"diamond/B\""), out());
    out.reset();
    assertEquals(1, tiphys("diff", file.toString(), "--to", "svg"));
    assertTrue(out().contains(">B →</text>"), out());
  }

  @Test
  void anyRevisionCanBeNamed() {
    Repository repository = Repository.in(folder);
    repository.commit("First");
    tiphys("edit", file.toString(), "delete-task", "diamond/D", "--in-place");
    repository.commit("Second");
    out.reset();

    assertEquals(0, tiphys("diff", file.toString()), err());
    assertEquals(1, tiphys("diff", file.toString(), "--rev", "HEAD~1"), err());
    assertEquals("- diamond/D\n", out());
  }

  @Test
  void whyThereIsNothingToCompareWithIsToldInASentence() throws Exception {
    refused("is in no git repository", "diff", file.toString());
    Repository repository = Repository.in(folder);
    refused("no commit “HEAD”", "diff", file.toString());
    Path other = Files.writeString(folder.resolve("other.yaml"), "kind: Workflow\n");
    repository.commit("First");
    refused("no commit “nowhere”", "diff", file.toString(), "--rev", "nowhere");
    refused("no commit “--help”", "diff", file.toString(), "--rev=--help");
    refused("no commit “HEAD\nHEAD”", "diff", file.toString(), "--rev", "HEAD\nHEAD");
    Path added = Files.copy(other, folder.resolve("added.yaml"));
    refused("added.yaml is not in the commit “HEAD”", "diff", added.toString());
    refused("missing.yaml", "diff", folder.resolve("missing.yaml").toString());
  }

  private void refused(String because, String... words) {
    err.reset();
    assertTrue(tiphys(words) != 0);
    assertTrue(err().contains(because), err());
    assertEquals("", out());
  }

  private int tiphys(String... words) {
    CommandLine line =
        new CommandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Messages.in(Language.ENGLISH));
    return line.execute(List.of(words));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

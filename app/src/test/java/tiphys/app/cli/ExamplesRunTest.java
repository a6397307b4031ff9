// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.app.files.Example;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.exporter.process.WatchedCommand;

/** The examples of the gallery are begun, checked and run as a newcomer does it. */
final class ExamplesRunTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Two make resources on a cluster, one waits for a person. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"WORKFLOW_OF_WORKFLOWS", "FINE_TUNING", "APPROVAL"})
  void anExampleRunsOnThisComputer(Example example) {
    assumeTrue(WatchedCommand.isOnPath("python3") || WatchedCommand.isOnPath("python"));
    String file = folder.resolve(example.fileName()).toString();

    assertEquals(
        0,
        tiphys("new", "--from", example.key(), "--out", file),
        out.toString(StandardCharsets.UTF_8));
    assertEquals(0, tiphys("lint", file, "--strict"), out.toString(StandardCharsets.UTF_8));
    assertEquals(
        0,
        tiphys("run", file, "--engine", "process", "--yes"),
        out.toString(StandardCharsets.UTF_8));
  }

  private int tiphys(String... words) {
    PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new CommandLine(both, both, Messages.in(Language.ENGLISH)).execute(List.of(words));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.hera.RealHera;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;

/** Python scripts on the command line, run under the Hera that people install. */
final class ScriptVerbsTest {
  private static final String DIAMOND =
      """
      from hera.workflows import DAG, Container, Parameter, Task, Workflow

      with Workflow(generate_name="diamond-", entrypoint="diamond") as w:
          with DAG(name="diamond"):
              A = Task(name="A", template="echo", arguments={"message": "A"})
              B = Task(name="B", template="echo", arguments={"message": "B"})
              A >> B
          Container(name="echo", image="alpine", command=["echo"], inputs=Parameter(name="message"))
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void thereIsHera() {
    assumeTrue(RealHera.missing().isEmpty(), () -> RealHera.missing().orElse(""));
  }

  @Test
  void aScriptIsDrawnCheckedAndExportedAsWhatItDefines() throws Exception {
    Path script = script(DIAMOND);

    assertEquals(0, tiphys("graph", script, "--yes"), err());
    assertTrue(out().contains("\"from\" : \"A\""), out());
    assertEquals(0, tiphys("lint", script, "--yes"), err());
    assertEquals(0, tiphys("variables", script, "--yes"), err());
    assertEquals(0, tiphys("export", script, "--to", "yaml", "--yes"), err());
    assertTrue(out().startsWith("# Made of flow.py, a script for Hera.\n"), out());
    assertTrue(out().contains("generateName: diamond-"), out());
    Path yaml = Files.writeString(folder.resolve("flow.yaml"), out());
    assertEquals(0, tiphys("diff", script, yaml.toString(), "--yes"), out());
    assertEquals(0, tiphys("run", script, "--engine", "simulate", "--yes"), err());
    assertEquals(DIAMOND, Files.readString(script));
    assertEquals(List.of("flow.py", "flow.yaml"), left());
  }

  @Test
  void nothingIsRunThatWasNotAgreedTo() throws Exception {
    Path script = script("open('ran', 'w')\n" + DIAMOND);

    assertEquals(2, tiphys("graph", script));
    assertTrue(err().contains("Python code is executed on this computer"), err());
    assertTrue(err().contains("Add --yes"), err());
    assertFalse(Files.exists(folder.resolve("ran")));
  }

  @Test
  void aScriptIsNotWrittenInto() throws Exception {
    Path script = script(DIAMOND);

    assertEquals(2, tiphys("edit", script, "rename-task", "diamond/A", "first", "--in-place"));
    assertTrue(err().contains("does not write into scripts"), err());
    assertEquals(DIAMOND, Files.readString(script));
  }

  @Test
  void whatItWouldSendIsNotSentAndWhatItPrintsIsNotShown() throws Exception {
    Path script =
        script(
            DIAMOND
                + """
                print('{"workflows": [{"kind": "Forged"}]}')
                import os, sys
                for stream in (sys.stdout, sys.stderr):
                    for _ in range(40):
                        stream.write("hunter2 " * 50000)
                os.write(1, b'{"error": {"kind": "hera"}}')
                w.create()
                """);

    assertEquals(0, tiphys("export", script, "--to", "yaml", "--yes"), err());
    assertTrue(err().contains("(1 time) was not sent"), err());
    assertFalse(out().contains("Forged") || out().contains("hunter2"), out());
    assertFalse(err().contains("hunter2"), err());
    assertTrue(out().contains("diamond"), out());
  }

  @Test
  void twentyWorkflowsAreTwentyDocuments() throws Exception {
    Path script =
        script(
            """
            from hera.workflows import Container, Workflow, models as m
            for i in range(19):
                with Workflow(name=f"flow-{i}", entrypoint="a") as w:
                    Container(name="a", image="alpine")
            last = m.Workflow(
                metadata=m.ObjectMeta(name="flow-19"), spec=m.WorkflowSpec(entrypoint="a"),
                api_version="argoproj.io/v1alpha1", kind="Workflow",
            )
            """);

    assertEquals(0, tiphys("export", script, "--to", "yaml", "--yes"), err());
    assertEquals(20, out().lines().filter("kind: Workflow"::equals).count());
    assertEquals(19, out().lines().filter("---"::equals).count());
    assertTrue(out().indexOf("flow-3") < out().indexOf("flow-4"), out());
  }

  @Test
  void whatIsWrongIsToldWithItsLine() throws Exception {
    tells(
        "x = 1\nimport nothing_of_that_name\n", "flow.py, line 2: imports “nothing_of_that_name”");
    tells("x = 1\n\ndef f(:\n", "flow.py, line 3: this is not Python");
    tells("def f():\n    return 1 / 0\n\nf()\n", "flow.py, line 2: ZeroDivisionError");
    tells("import sys\nsys.exit(3)\n", "flow.py, line 2: the script ends itself here");
    tells("x = 1\ninput()\n", "flow.py, line 2: EOFError");
    tells("import os\nos._exit(5)\n", "ended with code 5");
    tells("x = 1\n", "defines no workflow");
    tells(
        "from hera.workflows import Workflow\n\nwith Workflow(name='x' * 70) as w:\n    pass\n",
        "flow.py, line 3: ");
    tells(
        "import os\nkey = os.environ['TIPHYS_TEST_TOKEN']\n",
        "line 2: reads the environment variable TIPHYS_TEST_TOKEN");
    Files.writeString(folder.resolve("helper.py"), "x = 1\ny = = 2\n");
    tells("import sys\nimport helper\n", "flow.py, line 2: invalid syntax", "helper.py, line 2");
  }

  @Test
  void aScriptThatNeverEndsIsEndedWithAllThatItStarted() throws Exception {
    Path started = folder.resolve("started");
    Path script =
        script(
            """
            import subprocess
            child = subprocess.Popen(["sleep", "300"], start_new_session=True)
            open("started", "w").write(str(child.pid))
            while True: pass
            """);

    assertEquals(2, tiphys("graph", script, "--yes", "--timeout", "1s"));
    assertTrue(err().contains("still running after 1 seconds, in line 4"), err());
    awaitEnd(started);
  }

  @Test
  void whatAGoodScriptLeavesRunningIsEndedToo() throws Exception {
    Path script =
        script(
            DIAMOND
                + """
                import subprocess, threading, time
                child = subprocess.Popen(["sleep", "300"], start_new_session=True)
                open("started", "w").write(str(child.pid))
                threading.Thread(target=time.sleep, args=(300,)).start()
                """);

    assertEquals(0, tiphys("graph", script, "--yes"), err());
    awaitEnd(folder.resolve("started"));
  }

  @Test
  void aPythonWithoutHeraAndNoPythonAtAllAreTold() throws Exception {
    Path script = script(DIAMOND);
    Path bare = folder.resolve("python");
    Files.writeString(bare, "#!/bin/sh\nexec python3 -S -I \"$@\"\n");
    assumeTrue(bare.toFile().setExecutable(true));

    assertEquals(2, tiphys("graph", script, "--yes", "--python", bare.toString()));
    assertTrue(err().contains("has no Hera"), err());
    assertEquals(2, tiphys("graph", script, "--yes", "--python", "/nowhere/python"));
    assertTrue(err().contains("/nowhere/python cannot be started as Python"), err());
  }

  /** What was killed is gone when its parent has heard of it. */
  private static void awaitEnd(Path written) throws Exception {
    long child = Long.parseLong(Files.readString(written));
    Optional<ProcessHandle> left = ProcessHandle.of(child);
    if (left.isPresent()) {
      left.get().onExit().get(20, TimeUnit.SECONDS);
    }
  }

  private void tells(String text, String... words) throws Exception {
    Path script = script(text);
    assertEquals(2, tiphys("graph", script, "--yes"), text);
    for (String word : words) {
      assertTrue(err().contains(word), err());
    }
  }

  private Path script(String text) throws Exception {
    return Files.writeString(folder.resolve("flow.py"), text);
  }

  private List<String> left() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private int tiphys(String verb, Path script, String... more) {
    out.reset();
    err.reset();
    List<String> words = new ArrayList<>(List.of(verb, script.toString()));
    words.addAll(List.of(more));
    if (!verb.equals("edit") && !words.contains("--python")) {
      words.addAll(List.of("--python", RealHera.program().toString()));
    }
    CommandLine line =
        new CommandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Messages.in(Language.ENGLISH));
    return line.execute(words);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

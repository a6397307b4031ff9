// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.settings.ConfigFolder;

/** The verbs for clusters, as a user types them. */
final class ClusterVerbsTest {
  private static final String WORKFLOW =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: made-}
      spec:
        entrypoint: main
        arguments: {parameters: [{name: who, value: you}]}
        templates:
        - name: main
          container: {image: busybox, command: [echo, "{{workflow.parameters.who}}"]}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final StringBuilder everything = new StringBuilder();
  private RecordedCluster cluster = new RecordedCluster();
  private Language language = Language.ENGLISH;
  private String before = "";

  ClusterVerbsTest() throws IOException {}

  @BeforeEach
  void addAConnection() {
    before = System.getProperty(ConfigFolder.OVERRIDE, "");
    System.setProperty(ConfigFolder.OVERRIDE, folder.toString());
    var input = System.in;
    System.setIn(new ByteArrayInputStream(RecordedCluster.TOKEN.getBytes(StandardCharsets.UTF_8)));
    assertEquals(0, tiphys("connections", "add", "here", "--server", cluster.address(), "--token"));
    System.setIn(input);
  }

  @AfterEach
  void goBack() {
    if (before.isEmpty()) {
      System.clearProperty(ConfigFolder.OVERRIDE);
    } else {
      System.setProperty(ConfigFolder.OVERRIDE, before);
    }
    cluster.close();
  }

  @Test
  void aFileIsSubmittedWithItsParametersAndTheNameOfTheRunPrinted() throws IOException {
    assertEquals(0, tiphys("submit", file(), "--to", "here", "-p", "who=me"), err());

    assertEquals("made\n", out());
    assertEquals(
        "me", cluster.sent("default").at("/workflow/spec/arguments/parameters/0/value").asText());
  }

  @Test
  void aRunThatIsWatchedEndsWithItsOwnStatus() throws IOException {
    assertEquals(0, tiphys("submit", file(), "--to", "here", "--watch"), err());
    assertTrue(err().contains("✓ made.greet  Succeeded"), err());

    assertEquals(1, tiphys("watch", "old", "--to", "here"));
    assertTrue(err().contains("exit code 1"), err());
  }

  @Test
  void aParameterThatTheWorkflowDoesNotHaveIsRefusedBeforeAnythingIsSent() throws IOException {
    assertEquals(1, tiphys("submit", file(), "--to", "here", "-p", "whom=me"));

    assertTrue(err().contains("no parameter “whom”"), err());
    assertTrue(cluster.asked().isEmpty(), cluster.asked().toString());
  }

  @Test
  void aTemplateOfTheClusterIsSubmittedByItsKindAndName() throws IOException {
    assertEquals(0, tiphys("submit", "--from", "workflowtemplate/greet", "-p", "who=me"), err());

    assertEquals("greet", cluster.sent("submit").path("resourceName").asText());
    assertEquals("who=me", cluster.sent("submit").at("/submitOptions/parameters/0").asText());
  }

  @Test
  void aDryRunSubmitsNothing() throws IOException {
    assertEquals(0, tiphys("submit", file(), "--to", "here", "--dry-run"), err());

    assertEquals("All", cluster.sent("default").at("/createOptions/dryRun/0").asText());
    assertEquals("", out());
  }

  @Test
  void runsAreListedAndOneIsShownAsATree() {
    assertEquals(0, tiphys("list"), err());
    assertTrue(out().startsWith("old  Running"), out());

    assertEquals(0, tiphys("get", "@latest"), err());
    assertTrue(out().contains("└─✗ greet"), out());
  }

  @Test
  void aRunIsPrintedWithoutWhatTheClusterNotesForItself() {
    assertEquals(0, tiphys("get", "old", "--namespace", "default", "-o", "json"), err());
    assertTrue(out().contains("\"name\" : \"old\""), out());
    assertFalse(out().contains("managedFields"), out());

    assertEquals(0, tiphys("list", "--namespace=default", "-o", "json"), err());
    assertFalse(out().contains("managedFields"), out());
  }

  @Test
  void runsOfTheClusterAndOfItsArchiveAreOneListThatCanBeFiltered() {
    assertEquals(0, tiphys("list", "--all", "-o", "name"), err());
    assertEquals("kept\nold\n", out());

    assertEquals(0, tiphys("list", "--all", "--phase", "succeeded,failed", "-o", "wide"), err());
    assertTrue(out().startsWith("kept  Succeeded"), out());
    assertTrue(out().contains("archived"), out());
    assertFalse(out().contains("old"), out());

    assertEquals(0, tiphys("list", "--all", "--prefix", "ol", "-o", "name"), err());
    assertEquals("old\n", out());

    assertEquals(0, tiphys("list", "--since", "1s", "-o", "name"), err());
    assertEquals("", out());
    assertEquals(0, tiphys("list", "--since", "520w", "-o", "name"), err());
    assertEquals("old\n", out());
  }

  @Test
  void aPhaseAndATimeThatAreNoneAreRefusedWithWhatTheyMayBe() {
    assertEquals(2, tiphys("list", "--phase", "broken"));
    assertTrue(err().contains("Pending, Running"), err());
    assertEquals(2, tiphys("list", "--since", "yesterday"));
    assertTrue(err().contains("90m"), err());
    assertEquals(2, tiphys("compare", "old"));
  }

  @Test
  void twoRunsAreComparedStepByStep() {
    assertEquals(1, tiphys("compare", "old", "kept"), err());
    assertTrue(out().contains("≠   greet  ✗ Failed"), out());
    assertTrue(out().contains("✓ Succeeded"), out());
    assertTrue(out().contains("exit code 1 → –"), out());

    assertEquals(0, tiphys("compare", "old", "old", "--differences"), err());
    assertEquals("", out());
  }

  @Test
  void aFileIsHeldAgainstWhatARunWasMadeOf() throws IOException {
    assertEquals(1, tiphys("compare", "old", "--file", file()), err());
    assertTrue(out().contains("≠ (workflow)"), out());
    assertTrue(out().contains("- main/greet\n"), out());
    assertTrue(out().contains("- hello\n"), out());

    Path same =
        Files.writeString(
            folder.resolve("same.yaml"),
            """
            kind: Workflow
            apiVersion: argoproj.io/v1alpha1
            spec:
              templates:
                - {name: main, dag: {tasks: [{template: hello, name: greet}]}}
                - {name: hello, container: {image: busybox}}
              entrypoint: main
            """);
    assertEquals(0, tiphys("compare", "@latest", "--file", same.toString()), err());
    assertEquals("", out());
    assertEquals(2, tiphys("compare", "old", "kept", "--file", same.toString()));
    assertEquals(2, tiphys("compare", "old", "--file", folder.resolve("none.yaml").toString()));
  }

  @Test
  void theLinesOfARunArePrintedWithTheirPods() {
    assertEquals(0, tiphys("logs", "old"), err());

    assertEquals("old-1: hello you\n", out());
  }

  @Test
  void artifactsAreListedAndFetched() throws IOException {
    assertEquals(0, tiphys("artifacts", "list", "old"), err());
    assertTrue(out().contains("greet"), out());
    assertTrue(out().contains("old/greeting.txt"), out());

    assertEquals(0, tiphys("artifacts", "list", "old", "-o", "json"), err());
    JsonNode first = new JsonMapper().readTree(out()).path(0);
    assertEquals("old/greeting.txt", first.path("key").asText(), out());
    assertEquals("outputs", first.path("side").asText(), out());

    Path target = folder.resolve("mine.txt");
    assertEquals(
        0,
        tiphys("artifacts", "get", "old", "greet", "greeting", "--out", target.toString()),
        err());
    assertEquals("hello", Files.readString(target));
    assertEquals(target + "\n", out());

    assertEquals(
        0, tiphys("artifacts", "get", "old", "old-1", "greeting", "--out", folder.toString()));
    assertEquals("hello", Files.readString(folder.resolve("greeting.txt")));
  }

  @Test
  void anArtifactThatCannotBeHadIsSaidToBeMissing() {
    assertEquals(1, tiphys("artifacts", "get", "old", "greet", "gone"));
    assertTrue(err().contains("The server cannot hand out “gone”"), err());
    assertEquals(1, tiphys("artifacts", "get", "old", "greet", "never"));
    assertTrue(err().contains("“greet never”"), err());
    assertEquals(2, tiphys("artifacts", "get", "old"));
    assertTrue(err().contains("tiphys artifacts list RUN"), err());
  }

  @ParameterizedTest
  @CsvSource({
    "suspend, /old/suspend",
    "resume, /old/resume",
    "stop, /old/stop",
    "terminate, /old/terminate",
    "retry, /old/retry",
    "resubmit, /old/resubmit"
  })
  void everyActionReachesTheServer(String verb, String path) {
    assertEquals(0, tiphys(verb, "old"), err());

    assertTrue(cluster.asked().getLast().equals("PUT /api/v1/workflows/default" + path));
  }

  @Test
  void aRetryTellsFirstWhatBeginsAnew() {
    assertEquals(0, tiphys("retry", "old", "--dry-run"), err());

    assertTrue(err().contains("One step begins anew:\n  old.greet"), err());
    assertTrue(cluster.asked().stream().noneMatch(asked -> asked.startsWith("PUT")));
  }

  @Test
  void cronWorkflowsAreListedPausedAndDeleted() {
    assertEquals(0, tiphys("cron", "list"), err());
    assertTrue(out().contains("0 2 * * *"), out());
    assertEquals(0, tiphys("cron", "suspend", "nightly"), err());
    assertEquals(0, tiphys("delete", "old"), err());
    assertEquals("DELETE /api/v1/workflows/default/old", cluster.asked().getLast());
  }

  @Test
  void aRunThatIsNotThereIsNoAndAClusterThatIsNotThereIsTrouble() {
    assertEquals(1, tiphys("get", "none"));
    assertTrue(err().contains("workflows none not found"), err());

    assertEquals(1, tiphys("watch", "none"));

    assertEquals(2, tiphys("list", "--to", "elsewhere"));
    assertTrue(err().contains("There are: here."), err());
  }

  @Test
  void theTestOfAConnectionIsToldStepByStep() {
    assertEquals(0, tiphys("connections", "test", "here"), err());

    assertTrue(out().contains("✓ Account me\n✓ Argo v4.1.2\n"), out());
  }

  @Test
  void whoeverVerifiesNothingIsToldEachTime() {
    tiphys("connections", "add", "open", "--server", cluster.address(), "--insecure");

    tiphys("list", "--to", "open");

    assertTrue(err().contains("does not verify"), err());
    tiphys("connections", "list");
    assertTrue(out().contains("(certificate not verified)"), out());
  }

  @Test
  void wordsThatContradictEachOtherAreRefused() {
    assertEquals(2, tiphys("connections", "add", "x"));
    assertEquals(2, tiphys("connections", "add", "x", "--context", "c", "--insecure"));
    assertEquals(2, tiphys("connections", "add", "x", "--server", "a", "--ca", "f", "--pin", "00"));
    assertEquals(2, tiphys("connections", "add", "here", "--server", "argo.example"));
    assertEquals(2, tiphys("submit"));
    assertEquals(2, tiphys("submit", "--from", "pod/x"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theTokenIsNowhereButWhereItIsKept(Language spoken) throws IOException {
    language = spoken;
    for (String verb :
        List.of("list", "get", "logs", "watch", "retry", "resubmit", "stop", "delete", "cron")) {
      tiphys(
          Stream.of(verb, verb.equals("list") || verb.equals("cron") ? "" : "old")
              .filter(word -> !word.isEmpty())
              .toArray(String[]::new));
      tiphys(verb, "none", "-n", "other");
    }
    tiphys("connections", "list");
    tiphys("connections", "test");
    tiphys("submit", file(), "-o", "json");

    assertFalse(everything.toString().contains(RecordedCluster.TOKEN));
    assertFalse(
        Files.readString(folder.resolve("connections.json")).contains(RecordedCluster.TOKEN));
    assertTrue(Files.readString(folder.resolve("secrets.json")).contains(RecordedCluster.TOKEN));

    assertEquals(0, tiphys("connections", "remove", "here"));
    assertFalse(Files.readString(folder.resolve("secrets.json")).contains(RecordedCluster.TOKEN));
  }

  private String file() throws IOException {
    return Files.writeString(folder.resolve("wf.yaml"), WORKFLOW).toString();
  }

  private int tiphys(String... words) {
    out.reset();
    err.reset();
    CommandLine line =
        new CommandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Messages.in(language));
    int status = line.execute(List.of(words));
    everything.append(out()).append(err());
    return status;
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.settings.ConfigFolder;

/** Templates of a cluster, as a user of the command line works with them. */
final class TemplateVerbTest {
  private static final String GREET = "workflow-templates/default/greet";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final TemplateCluster cluster = new TemplateCluster();
  private String before = "";

  TemplateVerbTest() throws IOException {}

  @BeforeEach
  void addAConnection() {
    before = System.getProperty(ConfigFolder.OVERRIDE, "");
    System.setProperty(ConfigFolder.OVERRIDE, folder.toString());
    assertEquals(0, tiphys("connections", "add", "here", "--server", cluster.address()));
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
  void aTemplateOfAFileIsCreatedListedReadAndDeleted() throws IOException {
    assertEquals(0, tiphys("template", "create", file(1)), text(err));
    assertEquals(1, tiphys("template", "create", file(1)));
    assertTrue(text(err).contains("tiphys template update"), text(err));

    assertEquals(0, tiphys("template", "list"), text(err));
    assertEquals("workflowtemplate/greet\n", text(out));
    assertEquals(0, tiphys("template", "get", "workflowtemplate/greet"), text(err));
    assertTrue(text(out).startsWith("apiVersion: argoproj.io/v1alpha1\nkind: WorkflowTemplate"));
    assertTrue(!text(out).contains("resourceVersion"), text(out));

    assertEquals(0, tiphys("template", "delete", "workflowtemplate/greet"), text(err));
    assertTrue(cluster.kept(GREET).isEmpty());
    assertEquals(1, tiphys("template", "get", "workflowtemplate/greet"));
  }

  @Test
  void anUpdateShowsWhatChangesAndADryRunChangesNothing() throws IOException {
    assertEquals(1, tiphys("template", "update", file(1)));
    tiphys("template", "create", file(1));

    assertEquals(0, tiphys("template", "update", file(2), "--dry-run"), text(err));
    assertTrue(text(err).contains("- ") && text(err).contains("+   priority: 2"), text(err));
    assertEquals(1, cluster.kept(GREET).orElseThrow().at("/spec/priority").asInt());

    assertEquals(0, tiphys("template", "update", file(2)), text(err));
    assertEquals(2, cluster.kept(GREET).orElseThrow().at("/spec/priority").asInt());
    assertEquals(0, tiphys("template", "update", file(2)));
    assertTrue(text(err).contains("as it is in the file"), text(err));
  }

  @Test
  void cronWorkflowsAreListedWithTheirNextTime() {
    cluster.keep("cron-workflows/default/nightly", "{\"spec\":{\"schedules\":[\"* * * * *\"]}}");

    assertEquals(0, tiphys("cron", "list"), text(err));

    assertTrue(text(out).contains("next t"), text(out));
  }

  @Test
  void aTrialSubmissionOfATemplateIsOneOnTheServerToo() {
    tiphys("submit", "--from", "workflowtemplate/greet", "--dry-run");

    assertTrue(text(err).contains("would take it"), text(err));
  }

  @Test
  void wordsThatMakeNoSenseAreRefused() throws IOException {
    assertEquals(2, tiphys("template", "get"));
    assertEquals(2, tiphys("template", "get", "pod/x"));
    assertEquals(2, tiphys("template", "create", folder.resolve("none.yaml").toString()));
    Path workflow = Files.writeString(folder.resolve("w.yaml"), "kind: Workflow\nspec: {}\n");
    assertEquals(2, tiphys("template", "create", workflow.toString()));
  }

  private String file(int priority) throws IOException {
    return Files.writeString(
            folder.resolve("greet" + priority + ".yaml"),
            """
            apiVersion: argoproj.io/v1alpha1
            kind: WorkflowTemplate
            metadata: {name: greet}
            spec:
              entrypoint: main
              priority: %d
              templates:
              - name: main
                container: {image: busybox}
            """
                .formatted(priority))
        .toString();
  }

  private int tiphys(String... words) {
    out.reset();
    err.reset();
    return new CommandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Messages.in(Language.ENGLISH))
        .execute(List.of(words));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

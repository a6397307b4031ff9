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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.settings.ConfigFolder;
import tiphys.exporter.cluster.BadCluster;
import tiphys.exporter.cluster.BadWay;

/** Whatever is wrong on the way to a cluster: its sentence, and never a stack trace. */
final class BadClustersTest {
  private static final String WORKFLOW =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: made-}
      spec:
        entrypoint: main
        templates:
        - name: main
          container: {image: busybox}
      """;

  /** Of these only a test of the connection tells, or a minute of waiting. */
  private static final Set<BadWay> SEEN_BY_THE_TEST_ALONE =
      EnumSet.of(BadWay.TOO_OLD, BadWay.SILENT);

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String before = "";

  @BeforeEach
  void chooseAFolder() {
    before = System.getProperty(ConfigFolder.OVERRIDE, "");
    System.setProperty(ConfigFolder.OVERRIDE, folder.toString());
  }

  @AfterEach
  void goBack() {
    if (before.isEmpty()) {
      System.clearProperty(ConfigFolder.OVERRIDE);
    } else {
      System.setProperty(ConfigFolder.OVERRIDE, before);
    }
  }

  @ParameterizedTest
  @EnumSource(value = BadWay.class, mode = EnumSource.Mode.EXCLUDE, names = "WITHOUT_ARGO")
  void everyBadWayToAnArgoServerIsToldApart(BadWay way) throws IOException {
    try (BadCluster bad = BadCluster.argoServer(way)) {
      List<String> words = new ArrayList<>(List.of("connections", "add", "bad", "--server"));
      words.add(bad.address().toString());
      bad.authorities(way, folder)
          .ifPresent(file -> words.addAll(List.of("--ca", file.toString())));
      assertEquals(0, tiphys(words), err());

      assertTold(way, BadWords.of(way));
    }
  }

  @ParameterizedTest
  @EnumSource(BadWay.class)
  void everyBadWayOfAKubeconfigIsToldApart(BadWay way) throws IOException {
    try (BadCluster bad = BadCluster.kubernetes(way)) {
      String file = bad.kubeconfig(way, folder).toString();
      assertEquals(0, tiphys(List.of("connections", "add", "bad", "--kubeconfig", file)), err());

      assertTold(way, BadWords.ofKubeconfig(way));
    }
  }

  private void assertTold(BadWay way, String words) throws IOException {
    String timeout = way.patience().toSeconds() + "s";
    assertEquals(1, tiphys(List.of("connections", "test", "bad", "--timeout", timeout)), err());
    assertTrue(out().contains(words), out());
    Path file = Files.writeString(folder.resolve("wf.yaml"), WORKFLOW);
    if (!SEEN_BY_THE_TEST_ALONE.contains(way)) {
      int status = tiphys(List.of("submit", file.toString(), "--to", "bad"));
      assertEquals(way == BadWay.NO_ACCESS ? 1 : 2, status, err());
      assertTrue(err().contains(words), err());
    }
    assertEquals(WORKFLOW, Files.readString(file));
  }

  private int tiphys(List<String> words) {
    out.reset();
    err.reset();
    return new CommandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Messages.in(Language.ENGLISH))
        .execute(words);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

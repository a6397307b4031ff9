// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.settings.ConfigFolder;
import tiphys.exporter.cluster.ArgoServerDouble;
import tiphys.exporter.cluster.BadCluster;
import tiphys.exporter.cluster.BadWay;
import tiphys.exporter.cluster.KubernetesDouble;

/** What is secret is planted everywhere it can stand, and found nowhere else. */
final class SecretsTest {
  private static final String SECRET = "hush-4711-hush";
  private static final List<String> CONNECTIONS =
      List.of("typed", "printed", "context", "plugin", "password", "fails");

  @TempDir Path folder;
  @TempDir Path config;
  private final ByteArrayOutputStream everything = new ByteArrayOutputStream();
  private final Recorder recorder = new Recorder();
  private final PrintStream standard = System.out;
  private final PrintStream errors = System.err;
  private final InputStream input = System.in;
  private String before = "";

  /** Hears everything that anybody logs. */
  private final class Recorder extends Handler {
    @Override
    public void publish(LogRecord entry) {
      tell(entry.getMessage());
      Optional.ofNullable(entry.getParameters()).ifPresent(all -> tell(List.of(all).toString()));
      Optional.ofNullable(entry.getThrown()).ifPresent(thrown -> tell(thrown.toString()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private void tell(String text) {
    everything.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void listen() {
    before = System.getProperty(ConfigFolder.OVERRIDE, "");
    System.setProperty(ConfigFolder.OVERRIDE, config.toString());
    PrintStream heard = new PrintStream(everything, true, StandardCharsets.UTF_8);
    System.setOut(heard);
    System.setErr(heard);
    recorder.setLevel(Level.ALL);
    Logger.getLogger("").addHandler(recorder);
    Logger.getLogger("").setLevel(Level.ALL);
  }

  @AfterEach
  void goBack() {
    Logger.getLogger("").removeHandler(recorder);
    Logger.getLogger("").setLevel(Level.INFO);
    System.setOut(standard);
    System.setErr(errors);
    System.setIn(input);
    if (before.isEmpty()) {
      System.clearProperty(ConfigFolder.OVERRIDE);
    } else {
      System.setProperty(ConfigFolder.OVERRIDE, before);
    }
  }

  @Test
  void whatIsSecretIsToldNowhereWhetherItIsAcceptedOrRefused() throws IOException {
    try (ArgoServerDouble server = new ArgoServerDouble(Optional.empty());
        KubernetesDouble kubernetes = new KubernetesDouble(Optional.empty())) {
      plant(server, kubernetes);
      server.accept(SECRET);
      kubernetes.accept(SECRET);
      useAll();
      server.accept("another");
      kubernetes.accept("another");
      useAll();
    }

    assertNowhere();
  }

  @Test
  void noBadWayToAClusterTellsWhatIsSecret() throws IOException {
    for (BadWay way : BadWay.values()) {
      if (way == BadWay.WITHOUT_ARGO || way == BadWay.SILENT) {
        continue;
      }
      try (BadCluster bad = BadCluster.argoServer(way)) {
        System.setIn(new ByteArrayInputStream(SECRET.getBytes(StandardCharsets.UTF_8)));
        tiphys("connections", "add", "bad", "--server", bad.address().toString(), "--token");
        System.setIn(input);
        tiphys("connections", "test", "bad");
        tiphys("list", "--to", "bad");
        tiphys("connections", "remove", "bad");
      }
    }
    tiphys("connections", "add", "bad", "--server", "https://me:" + SECRET + "@argo.example");

    assertNowhere();
    assertFalse(Files.readString(config.resolve("secrets.json")).contains(SECRET));
  }

  /** In every place that a connection can take it from. */
  private void plant(ArgoServerDouble server, KubernetesDouble kubernetes) throws IOException {
    String address = server.address().toString();
    System.setIn(new ByteArrayInputStream(SECRET.getBytes(StandardCharsets.UTF_8)));
    assertEquals(0, tiphys("connections", "add", "typed", "--server", address, "--token"));
    System.setIn(input);
    Path kept = Files.writeString(folder.resolve("kept"), SECRET);
    add("printed", "--server", address, "--token-command", "cat " + kept + "; ps -ef > " + seen());
    Path plain = kubeconfig("plain", kubernetes, "token: " + SECRET);
    add("context", "--server", address, "--token-of-context", "--kubeconfig", plain.toString());
    script("login", "ps -ef > " + seen() + "; echo '{\"status\":{\"token\":\"'$(cat kept)'\"}}'");
    script("fails", "cat kept; cat kept >&2; exit 3");
    for (String plugin : List.of("login", "fails")) {
      Path file =
          kubeconfig(plugin, kubernetes, "exec: {apiVersion: v1, command: ./" + plugin + "}");
      add(plugin.equals("login") ? "plugin" : plugin, "--kubeconfig", file.toString());
    }
    Path basic = kubeconfig("basic", kubernetes, "username: me, password: " + SECRET);
    add("password", "--kubeconfig", basic.toString());
  }

  private void add(String name, String... words) {
    List<String> all = new ArrayList<>(List.of("connections", "add", name));
    all.addAll(List.of(words));
    assertEquals(0, tiphys(all.toArray(String[]::new)), everything());
  }

  private void useAll() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wf.yaml"),
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {generateName: made-}
            spec:
              entrypoint: main
              templates:
              - name: main
                container: {image: busybox}
            """);
    tiphys("connections", "list");
    for (String name : CONNECTIONS) {
      tiphys("connections", "test", name);
      tiphys("submit", file.toString(), "--to", name, "-o", "json");
      tiphys("list", "--to", name, "-o", "json");
      tiphys("logs", "none", "--to", name);
      tiphys("stop", "none", "--to", name);
      tiphys("cron", "list", "--to", name);
    }
    for (String form : List.of("yaml", "json", "svg")) {
      tiphys("export", file.toString(), "--to", form);
    }
  }

  private Path kubeconfig(String name, KubernetesDouble server, String user) throws IOException {
    return Files.writeString(
        folder.resolve("config-" + name),
        """
        current-context: here
        clusters: [{name: here, cluster: {server: "%s"}}]
        users: [{name: me, user: {%s}}]
        contexts: [{name: here, context: {cluster: here, user: me, namespace: default}}]
        """
            .formatted(server.address(), user));
  }

  private void script(String name, String text) throws IOException {
    Path file =
        Files.writeString(folder.resolve(name), "#!/bin/sh\ncd '" + folder + "'\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** The list of processes as it is while a token is got. */
  private Path seen() {
    return folder.resolve("processes");
  }

  private void assertNowhere() throws IOException {
    assertFalse(everything().contains(SECRET), this::around);
    if (Files.exists(seen())) {
      String processes = Files.readString(seen());
      assertTrue(processes.contains("java"), processes);
      assertFalse(processes.contains(SECRET), processes);
    }
    try (Stream<Path> files = Files.walk(config)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean isStore = file.getFileName().toString().equals("secrets.json");
        assertTrue(isStore || !Files.readString(file).contains(SECRET), file.toString());
        if (isStore) {
          assertEquals(
              "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
      }
    }
  }

  private String around() {
    int at = everything().indexOf(SECRET);
    return everything().substring(Math.max(0, at - 300), at + 100);
  }

  private int tiphys(String... words) {
    return new CommandLine(System.out, System.err, Messages.in(Language.ENGLISH))
        .execute(List.of(words));
  }

  private String everything() {
    return everything.toString(StandardCharsets.UTF_8);
  }
}

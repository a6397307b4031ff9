// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.cli.RecordedCluster;
import tiphys.app.editor.Selection;
import tiphys.app.screen.Screen;
import tiphys.exporter.cluster.Clusters;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.exporter.cluster.status.DesignChanges;
import tiphys.model.graph.NodeId;
import tiphys.model.run.RunComparison;

/** The runs of a cluster are found, opened and compared in the window. */
@SuppressWarnings("NullAway.Init") // the window is opened before each test
final class HistoryInWindowTest {
  private static final String FILE =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {name: old}
      spec:
        entrypoint: main
        templates:
          - {name: main, dag: {tasks: [{name: greet, template: hello}]}}
          - {name: hello, container: {image: busybox}}
      """;

  @TempDir Path folder;
  private final RecordedCluster cluster = new RecordedCluster();
  private WholeWindow window;

  HistoryInWindowTest() throws java.io.IOException {}

  @BeforeEach
  void openWindow() throws Exception {
    Path settings = folder.resolve("settings");
    Clusters clusters = new Clusters(settings, Map.of());
    clusters
        .connections()
        .add(
            new Connection(
                "here",
                new Target.ArgoServer(
                    URI.create(cluster.address()), new TokenSource.Kept(), new Trust.OfSystem()),
                "default"));
    clusters.secrets().keep("here", Secret.ofToken(RecordedCluster.TOKEN));
    window = WholeWindow.open(settings);
    Path file = Files.writeString(folder.resolve("old.yaml"), FILE);
    Screen.doOnWindow(() -> window.window().desk().open(file));
    window.await("the file", () -> window.fileNames().contains("old.yaml"));
    window.choose("show-history");
    window.await("the runs", () -> names().equals(List.of("kept", "old")));
  }

  @AfterEach
  void closeWindow() {
    window.close();
    cluster.close();
  }

  @Test
  void runsOfClusterAndArchiveAreFilteredWhereTheyStand() {
    window.screen().picture("history");
    choose("#history-phase", "succeeded");
    assertEquals(List.of("kept"), names());
    choose("#history-phase", "any");
    choose("#history-which", "of-file");
    assertEquals(List.of("old"), names());
    choose("#history-which", "all");
    TextField name = window.screen().find("#history-name", TextField.class);
    Screen.doOnWindow(() -> name.setText("KEP"));
    assertEquals(List.of("kept"), names());
    choose("#history-since", "hour");
    assertEquals(List.of(), names());
  }

  @Test
  void aRunOfTheFileColoursItAndAnotherOneGetsATabDrawnFromWhatItKeeps() throws Exception {
    select(1);
    window.hand().type(KeyCode.ENTER);
    window.await("the colours", () -> isColoured("old"));
    assertEquals(List.of("old.yaml"), window.fileNames());

    window.choose("show-history"); // the details came to the front
    select(0);
    window.hand().type(KeyCode.ENTER);
    window.await("the tab", () -> window.fileNames().contains("kept.yaml"));
    window.await("its colours", () -> isColoured("kept"));
    window.screen().picture("history-opened");
    assertTrue(
        cluster.asked().contains("GET /api/v1/archived-workflows/uid-of-kept"),
        "what only the archive has is got by what tells it from others of its name");
  }

  @Test
  void twoRunsStandBesideEachOtherAndEscapeLeadsBack() throws Exception {
    window.choose("theme-dark");
    select(0, 1);
    window.press("#history-compare");
    window.await("the comparison", () -> comparison() != null);
    List<RunComparison.Row> rows = Screen.onWindow(() -> List.copyOf(comparison().getItems()));
    assertEquals(2, rows.size());
    assertTrue(rows.getLast().isDifferent());
    window.screen().picture("history-compared-dark");
    window.choose("language-ja");
    window.choose("show-history"); // the panels are new ones
    window.await("the panel in Japanese", () -> names().size() == 2);
    window.screen().picture("history-dark-ja");
    select(0, 1);
    window.press("#history-compare");
    window.await("the comparison", () -> comparison() != null);
    window.screen().picture("history-compared-dark-ja");
    window.hand().type(KeyCode.ESCAPE);
    window.await("the list", () -> names().size() == 2);
  }

  @Test
  void aRunIsHeldAgainstTheFileAndEachDifferenceLeadsToItsPlace() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("kept.yaml"),
            FILE.replace("name: old", "name: kept")
                .replace("busybox", "alpine")
                .replace(
                    "template: hello}]",
                    "template: hello}, {name: bye, template: hello, depends: greet}]"));
    Screen.doOnWindow(() -> window.window().desk().open(file));
    window.await("the file", () -> window.fileNames().contains("kept.yaml"));
    window.choose("show-history");
    window.await("the runs", () -> names().size() == 2);
    select(0);
    window.press("#history-compare-file");
    window.await("the comparison", () -> design() != null);
    assertEquals(
        List.of("ADDED main/bye ", "CHANGED hello/ container.image"),
        Screen.onWindow(
            () ->
                design().getItems().stream()
                    .map(it -> it.kind() + " " + it.template() + "/" + it.task() + " " + it.field())
                    .toList()));
    window.screen().picture("history-design");
    Screen.doOnWindow(
        () -> {
          design().getSelectionModel().select(0);
          design().requestFocus();
        });
    window.hand().type(KeyCode.ENTER);
    assertEquals(
        Selection.of(new NodeId("bye")),
        Screen.onWindow(() -> window.file().editor().selection().get()));
    window.choose("theme-dark");
    window.choose("language-ja");
    window.choose("show-history");
    window.await("the runs", () -> names().size() == 2);
    select(0);
    window.press("#history-compare-file");
    window.await("the comparison", () -> design() != null);
    window.screen().picture("history-design-dark-ja");
  }

  @Test
  void whatTheClusterRefusesIsSaidBelowTheListThatIsThere() throws Exception {
    cluster.close();
    window.press("#history-refresh");
    window.await("the reason", () -> note().contains("localhost"));
    assertEquals(List.of("kept", "old"), names());
  }

  private String note() {
    return Screen.onWindow(window.screen().find("#history-note", Label.class)::getText);
  }

  private boolean isColoured(String run) {
    return Screen.onWindow(
        () ->
            window
                .file()
                .editor()
                .overlay()
                .get()
                .filter(it -> it.workflowName().equals(run))
                .isPresent());
  }

  private void select(int... rows) {
    Screen.doOnWindow(
        () -> {
          table().getSelectionModel().clearSelection();
          for (int row : rows) {
            table().getSelectionModel().select(row);
          }
          table().requestFocus();
        });
  }

  @SuppressWarnings("unchecked") // as it was made
  private void choose(String box, String value) {
    ComboBox<String> found = window.screen().find(box, ComboBox.class);
    Screen.doOnWindow(() -> found.setValue(value));
  }

  private TableView<?> table() {
    return window.screen().find("#history-runs", TableView.class);
  }

  @SuppressWarnings("unchecked") // as it was made
  private TableView<DesignChanges.Change> design() {
    return window.screen().find("#history-design", TableView.class);
  }

  @SuppressWarnings("unchecked") // as it was made
  private TableView<RunComparison.Row> comparison() {
    return window.screen().find("#history-comparison", TableView.class);
  }

  private List<String> names() {
    return Screen.onWindow(
        () ->
            table() == null
                ? List.of()
                : IntStream.range(0, table().getItems().size())
                    .mapToObj(i -> String.valueOf(table().getColumns().get(1).getCellData(i)))
                    .toList());
  }
}

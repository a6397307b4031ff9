// SPDX-License-Identifier: Apache-2.0
package tiphys.app.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.cli.TemplateCluster;
import tiphys.app.concurrent.Background;
import tiphys.app.files.LineDifference;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.exporter.cluster.BadCluster;
import tiphys.exporter.cluster.BadWay;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Clusters;
import tiphys.exporter.cluster.StoredResource;
import tiphys.exporter.cluster.SubmitOptions;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.model.problem.Outcome;

/** Templates and cron workflows of a cluster, worked with in their window. */
@SuppressWarnings("NullAway.Init") // the view is shown by each test
final class StoredViewTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String GREET = "workflow-templates/default/greet";
  private static final String NIGHTLY = "cron-workflows/default/nightly";

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TemplateCluster cluster = new TemplateCluster();
  private final Around around = new Around();
  private final Answers answers = new Answers();
  private Screen screen;

  StoredViewTest() throws IOException {
    cluster.keep(GREET, resource("WorkflowTemplate", "greet", 1).toString());
    cluster.keep("cluster-workflow-templates/tools", "{\"spec\":{}}");
    cluster.keep(
        NIGHTLY,
        "{\"metadata\":{\"namespace\":\"default\"},\"spec\":{\"schedules\":[\"30 2 * * *\"],\"timezone\":\"Asia/Tokyo\"}}");
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    cluster.close();
  }

  @Test
  void everythingThatIsKeptIsListedAndCronWorkflowsSayWhenTheyFireNext() throws Exception {
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    assertEquals(List.of("greet", "tools", "nightly"), names());
    String when = cell(2, 3);
    assertTrue(when.startsWith("every day at 02:30 (Asia/Tokyo) – next "), when);
    choose("nightly");
    screen.picture("stored-light");

    TextField filter = screen.find("#stored-filter", TextField.class);
    Screen.doOnWindow(() -> filter.setText("GR"));

    assertEquals(List.of("greet"), names());
  }

  @Test
  void oneIsOpenedAsAFileWithEnter() throws Exception {
    show(ThemeChoice.DARK, Language.JAPANESE);
    choose("greet");
    screen.picture("stored-dark-ja");

    new Hand(screen, screen.scene().getRoot()).type(KeyCode.ENTER);

    assertEquals(List.of("greet.yaml"), around.opened);
    assertTrue(around.text.contains("kind: WorkflowTemplate"), around.text);
    assertFalse(around.text.contains("resourceVersion"), around.text);
  }

  @Test
  void aCronWorkflowIsPausedAndGoesOn() throws Exception {
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    choose("nightly");
    press("suspend");
    await("it is paused", () -> told().equals("nightly is suspended: it starts no more runs."));
    await("the list says so", () -> names().size() == 3 && cell(2, 3).contains("suspended"));
    await("it is still chosen", () -> !screen.find("#stored-suspend", Button.class).isDisabled());
    assertEquals("Resume", Screen.onWindow(screen.find("#stored-suspend", Button.class)::getText));
    press("suspend");
    await("it goes on", () -> told().equals("nightly goes on."));
  }

  @Test
  void aRefusedSubmissionBringsTheFormBackWithWhatWasWritten() throws Exception {
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    choose("greet");
    around.wanted.add(wanted(200));
    around.wanted.add(wanted(5));

    press("submit");

    await("it is submitted", () -> told().equals("Submitted as greet-x1."));
    assertEquals(2, around.asked.size());
    assertEquals(Optional.of(wanted(200)), around.asked.get(1).map(Surroundings.Failed::wanted));
    assertEquals(List.of("here/default/greet-x1"), around.submitted);
  }

  @Test
  void theOpenFileTakesThePlaceOfWhatIsThereAfterItsDifferenceWasShown() throws Exception {
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    around.resources.add(resource("WorkflowTemplate", "greet", 7));
    around.resources.add(resource("WorkflowTemplate", "other", 1));

    press("keep");

    await("both are there", () -> told().equals("other was created on here."));
    assertEquals(List.of("-  priority: 1 +  priority: 7"), answers.differences);
    assertEquals(7, cluster.kept(GREET).orElseThrow().at("/spec/priority").asInt());
    await("it is listed", () -> names().contains("other"));
    press("keep");
    await(
        "nothing is left to do",
        () -> told().equals("other is on the cluster as it is in the file."));
  }

  @Test
  void whatSomebodyElseChangedInBetweenIsShownAndAskedAgain() throws Exception {
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    around.resources.add(resource("WorkflowTemplate", "greet", 7));
    answers.before = () -> cluster.keep(GREET, resource("WorkflowTemplate", "greet", 3).toString());

    press("keep");

    await("it is replaced", () -> told().equals("greet was replaced on here."));
    assertEquals(
        List.of("-  priority: 1 +  priority: 7", "conflict -  priority: 3 +  priority: 7"),
        answers.differences);
  }

  @Test
  void deletingAsksFirst() throws Exception {
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    choose("greet");
    answers.agrees = false;
    press("delete");
    assertTrue(cluster.kept(GREET).isPresent());
    answers.agrees = true;
    press("delete");
    await("it is gone", () -> told().equals("greet was deleted from here."));
    assertTrue(cluster.kept(GREET).isEmpty());
  }

  @Test
  void aClusterThatCannotBeReachedIsToldInASentence() throws Exception {
    cluster.close();
    show(ThemeChoice.LIGHT, Language.ENGLISH);

    await("it is told", () -> told().startsWith("Nothing answers at"));
  }

  @Test
  void aClusterThatTakesItsTimeIsNotWaitedForAndTheListStays() throws Exception {
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    try (BadCluster silent = BadCluster.argoServer(BadWay.SILENT)) {
      around.elsewhere = Optional.of(silent.address());
      press("refresh");
      await("it can be stopped", screen.find("#stored-stop", Button.class)::isVisible);
      screen.picture("stored-slow");
      press("stop");
      assertEquals("The list was not awaited; Refresh asks here again.", told());
      assertEquals(3, names().size());
      choose("greet");
      press("delete");
      press("stop");
      assertTrue(told().startsWith("You did not wait for the answer of here about greet."));
      assertFalse(screen.find("#stored-delete", Button.class).isDisabled());
    }
  }

  private void show(ThemeChoice theme, Language language) throws InterruptedException {
    Background remote = new Background(threads, Platform::runLater);
    Messages messages = Messages.in(language);
    StoredList[] list = new StoredList[1];
    screen =
        Screen.show(
            () -> {
              list[0] = new StoredList(around, remote, messages);
              StoredChanges changes = new StoredChanges(list[0], around, answers);
              return new StoredView(list[0], changes, around, messages);
            },
            900,
            460,
            theme);
    await("it is listed", () -> !list[0].isBusy().get());
  }

  private static ObjectNode resource(String kind, String name, int priority) {
    try {
      return (ObjectNode)
          JSON.readTree(
              """
              {"apiVersion": "argoproj.io/v1alpha1", "kind": "%s",
               "metadata": {"name": "%s", "namespace": "default"},
               "spec": {"entrypoint": "main", "priority": %d}}
              """
                  .formatted(kind, name, priority));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Surroundings.Wanted wanted(int priority) {
    return new Surroundings.Wanted(
        "default", new SubmitOptions("", "", "", "", OptionalInt.of(priority), Map.of(), Map.of()));
  }

  /** A program with one connection. */
  private final class Around implements Surroundings {
    private final List<String> opened = new ArrayList<>();
    private final List<ObjectNode> resources = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<Optional<Failed>> asked = new ArrayList<>();
    private final List<String> submitted = new CopyOnWriteArrayList<>();
    private String text = "";
    private volatile Optional<URI> elsewhere = Optional.empty();

    @Override
    public ObservableList<String> connections() {
      return FXCollections.observableArrayList("here");
    }

    @Override
    public Outcome<ClusterGateway> open(String connection) {
      return new Clusters(folder, Map.of())
          .open(
              new Connection(
                  "here",
                  new Target.ArgoServer(
                      elsewhere.orElseGet(() -> URI.create(cluster.address())),
                      new TokenSource.None(),
                      new Trust.OfSystem()),
                  ""));
    }

    @Override
    public void openFile(String name, String yaml) {
      opened.add(name);
      text = yaml;
    }

    @Override
    public List<ObjectNode> shownResources() {
      return resources.stream().map(ObjectNode::deepCopy).toList();
    }

    @Override
    public Optional<Wanted> submission(
        ObjectNode resource,
        String connection,
        String namespace,
        Optional<Failed> last,
        DryRun dryRun) {
      asked.add(last);
      return Optional.of(wanted.removeFirst());
    }

    @Override
    public void submitted(ObjectNode resource, String connection, String namespace, String run) {
      submitted.add(connection + "/" + namespace + "/" + run);
    }
  }

  private static final class Answers implements StoredQuestions {
    private final List<String> differences = new ArrayList<>();
    private boolean agrees = true;
    private Runnable before = () -> {};

    @Override
    public boolean mayCreate(StoredResource made, String connection) {
      return agrees;
    }

    @Override
    public boolean mayReplace(
        StoredResource made,
        String connection,
        List<LineDifference.Row> lines,
        boolean isConflict) {
      differences.add(
          (isConflict ? "conflict " : "")
              + lines.stream()
                  .filter(row -> row.sign() != LineDifference.Sign.BOTH)
                  .filter(row -> row.sign() != LineDifference.Sign.LEFT_OUT)
                  .map(
                      row ->
                          (row.sign() == LineDifference.Sign.ONLY_BEFORE ? "-" : "+") + row.text())
                  .collect(Collectors.joining(" ")));
      before.run();
      before = () -> {};
      return agrees;
    }

    @Override
    public boolean mayDelete(StoredResource kept, String connection) {
      return agrees;
    }
  }

  private TableView<?> table() {
    return screen.find("#stored-table", TableView.class);
  }

  private List<String> names() {
    return Screen.onWindow(
        () -> table().getItems().stream().map(row -> ((StoredResource) row).name()).toList());
  }

  private String cell(int row, int column) {
    return Screen.onWindow(
        () -> table().getColumns().get(column).getCellObservableValue(row).getValue().toString());
  }

  private void choose(String name) {
    int row = names().indexOf(name);
    Screen.doOnWindow(
        () -> {
          table().getSelectionModel().select(row);
          table().requestFocus();
        });
  }

  private void press(String button) {
    Screen.doOnWindow(screen.find("#stored-" + button, Button.class)::fire);
  }

  private String told() {
    return Screen.onWindow(screen.find("#stored-told", Label.class)::getText);
  }

  private static void await(String what, BooleanSupplier isThere) throws InterruptedException {
    for (int i = 0; i < 1500 && !Screen.onWindow(isThere::getAsBoolean); i++) {
      Thread.sleep(10);
    }
    assertTrue(Screen.onWindow(isThere::getAsBoolean), what);
  }
}

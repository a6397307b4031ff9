// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.cli.TemplateCluster;
import tiphys.app.runs.Answers;
import tiphys.app.runs.SubmitWish;
import tiphys.app.screen.Screen;
import tiphys.exporter.cluster.Clusters;
import tiphys.exporter.cluster.StoredResource;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.exporter.local.WorkflowParameter;

/** What a cluster keeps is submitted in the window, and its run is watched there. */
@SuppressWarnings("NullAway.Init") // the window is opened before each test
final class SubmittedTemplatesTest {
  private static final String GREET =
      """
      {"metadata":{"namespace":"default"},"spec":{"entrypoint":"main",
       "arguments":{"parameters":[{"name":"who","value":"you"}]},
       "templates":[{"name":"main","container":{"image":"busybox"}}]}}
      """;
  private static final String NIGHTLY =
      """
      {"metadata":{"namespace":"default"},"spec":{"schedules":["0 2 * * *"],
       "workflowSpec":{"workflowTemplateRef":{"name":"greet"},
        "arguments":{"parameters":[{"name":"more","value":"x"}]}}}}
      """;

  @TempDir Path folder;
  private final TemplateCluster cluster = new TemplateCluster();
  private final Answers answers = new Answers();
  private WholeWindow window;

  SubmittedTemplatesTest() throws IOException {}

  @BeforeEach
  void openWindow() throws Exception {
    cluster.keep("workflow-templates/default/greet", GREET);
    cluster.keep("cron-workflows/default/nightly", NIGHTLY);
    for (String name : List.of("greet", "nightly")) {
      cluster.keep("workflows/default/" + name + "-x1", run(name + "-x1"));
    }
    Path settings = folder.resolve("settings");
    new Clusters(settings, Map.of())
        .connections()
        .add(
            new Connection(
                "here",
                new Target.ArgoServer(
                    URI.create(cluster.address()), new TokenSource.None(), new Trust.OfSystem()),
                "default"));
    window = WholeWindow.open(settings, Map.of("PATH", ""), answers);
    Path file = Files.writeString(folder.resolve("mine.yaml"), "kind: Workflow\n");
    Screen.doOnWindow(() -> window.window().desk().open(file));
    window.await("the file", () -> window.fileNames().contains("mine.yaml"));
    window.choose("templates");
    window.await(
        "the list", () -> stored().filter(it -> table(it).getItems().size() == 2).isPresent());
  }

  @AfterEach
  void closeWindow() {
    stored().ifPresent(scene -> Screen.doOnWindow(scene.getWindow()::hide));
    window.close();
    cluster.close();
  }

  @Test
  void itsRunIsWatchedOverWhatTheClusterKeepsAndTheNextTimeOverTheSameTab() throws Exception {
    answers.submitted = Map.of("who", "me");
    submit("greet");
    window.await("the run", () -> isShown("greet-x1"));
    assertEquals(List.of("mine.yaml", "greet.yaml"), window.fileNames());
    window.screen().picture("template-submitted");

    answers.submitted = Map.of();
    submit("greet");
    window.await("the form", () -> answers.wishes.size() == 2);
    assertEquals(Map.of("who", "me"), answers.wishes.getLast().answer().options().parameters());
    assertEquals(List.of("mine.yaml", "greet.yaml"), window.fileNames());
  }

  @Test
  void theFormAsksForTheParametersOfATemplateThatIsOnlyNamed() throws Exception {
    submit("nightly");
    window.await("the run", () -> isShown("nightly-x1"));
    SubmitWish wish = answers.wishes.getFirst();
    assertEquals(
        List.of("who=you", "more=x"),
        wish.parameters().stream().map(SubmittedTemplatesTest::told).toList());
  }

  private static String told(WorkflowParameter parameter) {
    return parameter.name() + "=" + parameter.value().orElse("");
  }

  private static String run(String name) {
    return """
    {"metadata":{"namespace":"default","uid":"1"},"spec":{"entrypoint":"main"},
     "status":{"phase":"Succeeded","nodes":{"%1$s":{"id":"%1$s","name":"%1$s",
      "displayName":"%1$s","type":"Pod","phase":"Succeeded","templateName":"main"}}}}
    """
        .formatted(name);
  }

  private void submit(String name) {
    Scene scene = stored().orElseThrow();
    Screen.doOnWindow(
        () -> {
          TableView<?> table = table(scene);
          for (int row = 0; row < table.getItems().size(); row++) {
            if (((StoredResource) table.getItems().get(row)).name().equals(name)) {
              table.getSelectionModel().clearAndSelect(row);
            }
          }
          ((Button) scene.lookup("#stored-submit")).fire();
        });
  }

  private static TableView<?> table(Scene scene) {
    return (TableView<?>) Screen.<Node>onWindow(() -> scene.lookup("#stored-table"));
  }

  private static Optional<Scene> stored() {
    return Screen.onWindow(
        () ->
            Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.lookup("#stored-table") != null)
                .findFirst());
  }

  private boolean isShown(String run) {
    return Screen.onWindow(
        () ->
            window
                .shown()
                .flatMap(file -> file.editor().overlay().get())
                .filter(it -> it.workflowName().equals(run))
                .isPresent());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import tiphys.app.connections.ConnectionDesk;
import tiphys.app.files.FileDesk;
import tiphys.app.files.OpenFile;
import tiphys.app.runs.RunChoices;
import tiphys.app.runs.RunQuestions;
import tiphys.app.runs.SubmitWish;
import tiphys.app.stored.Surroundings;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Resource;

/** What the templates of clusters need of a window: its files, its connections, its form. */
record WindowTemplates(
    ConnectionDesk connectionDesk,
    FileDesk desk,
    FileRuns runs,
    RunQuestions questions,
    RunChoices choices)
    implements Surroundings {
  @Override
  public ObservableList<String> connections() {
    return connectionDesk.names();
  }

  @Override
  public Outcome<ClusterGateway> open(String connection) {
    return connectionDesk.open(connection);
  }

  @Override
  public void openFile(String name, String yaml) {
    desk.openText(name, SourceText.of(yaml));
  }

  @Override
  public List<ObjectNode> shownResources() {
    return desk.files()
        .shown()
        .get()
        .map(file -> resources(file.editor().state().get()))
        .orElse(List.of());
  }

  private static List<ObjectNode> resources(DiagramState state) {
    Locator locator = new Locator(state.tree(), state.workflow());
    List<ObjectNode> all = new ArrayList<>();
    for (int i = 0; i < state.workflow().resources().size(); i++) {
      if (locator.resource(i).map(ManifestReader::toJson).orElse(null)
          instanceof ObjectNode whole) {
        all.add(whole);
      }
    }
    return all;
  }

  @Override
  public Optional<Wanted> submission(
      ObjectNode resource,
      String connection,
      String namespace,
      Optional<Failed> last,
      DryRun dryRun) {
    String place = place(resource, connection, namespace);
    SubmitWish fresh = SubmitWish.of(resource, connection, namespace, choices.arguments(place));
    SubmitWish wish =
        last.map(
                failed ->
                    fresh.again(
                        new SubmitWish.Answer(
                            failed.wanted().namespace(), failed.wanted().options()),
                        failed.why()))
            .orElse(fresh);
    Optional<Wanted> wanted =
        questions
            .submission(wish, answer -> dryRun.of(wanted(answer)))
            .map(WindowTemplates::wanted);
    wanted.ifPresent(given -> choices.remember(place, given.options().parameters()));
    return wanted;
  }

  /** What its values are kept by. */
  private static String place(ObjectNode resource, String connection, String namespace) {
    return String.join(
        "/",
        connection,
        namespace,
        resource.path("kind").asText(""),
        resource.at("/metadata/name").asText(""));
  }

  private static Wanted wanted(SubmitWish.Answer answer) {
    return new Wanted(answer.namespace(), answer.options());
  }

  /** Over the file that is shown, if it draws the same; else over what the cluster keeps. */
  @Override
  public void submitted(ObjectNode resource, String connection, String namespace, String run) {
    connectionDesk.live(connection);
    if (desk.files().shown().get().filter(file -> draws(file, resource)).isEmpty()) {
      openFile(resource.at("/metadata/name").asText("") + ".yaml", ManifestWriter.yaml(resource));
    }
    Optional<OpenFile> drawn = desk.files().shown().get();
    drawn.ifPresent(file -> runs.of(file).follow(connection, namespace, run));
  }

  private static boolean draws(OpenFile file, ObjectNode resource) {
    List<Resource> all = file.editor().state().get().workflow().resources();
    return file.editor()
        .scope()
        .filter(scope -> scope.resource() < all.size())
        .map(scope -> all.get(scope.resource()))
        .filter(shown -> shown.kind().argoName().equals(resource.path("kind").asText("")))
        .flatMap(Resource::name)
        .filter(resource.at("/metadata/name").asText("")::equals)
        .isPresent();
  }
}

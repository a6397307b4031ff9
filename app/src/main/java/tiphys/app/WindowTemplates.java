// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ObservableList;
import tiphys.app.connections.ConnectionDesk;
import tiphys.app.files.FileDesk;
import tiphys.app.runs.RunQuestions;
import tiphys.app.runs.SubmitWish;
import tiphys.app.stored.Surroundings;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;

/** What the templates of clusters need of a window: its files, its connections, its form. */
record WindowTemplates(ConnectionDesk connectionDesk, FileDesk desk, RunQuestions questions)
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
    SubmitWish fresh = SubmitWish.of(resource, connection, namespace, Map.of());
    SubmitWish wish =
        last.map(
                failed ->
                    fresh.again(
                        new SubmitWish.Answer(
                            failed.wanted().namespace(), failed.wanted().options()),
                        failed.why()))
            .orElse(fresh);
    return questions
        .submission(wish, answer -> dryRun.of(wanted(answer)))
        .map(WindowTemplates::wanted);
  }

  private static Wanted wanted(SubmitWish.Answer answer) {
    return new Wanted(answer.namespace(), answer.options());
  }

  @Override
  public void submitted(String connection, String namespace, String run) {
    connectionDesk.live(connection);
  }
}

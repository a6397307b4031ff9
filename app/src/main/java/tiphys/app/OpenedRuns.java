// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import tiphys.app.concurrent.Background;
import tiphys.app.connections.ConnectionDesk;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.files.FileDesk;
import tiphys.app.files.OpenFile;
import tiphys.app.history.RunSource;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.status.RunManifest;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.local.KeptRun;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;

/**
 * The runs of the connections, for a panel below a file. A run of that file is laid over its
 * drawing; another one gets a tab of its own, drawn from what the run keeps of its templates.
 */
record OpenedRuns(
    OpenFile file, FileDesk desk, FileRuns runs, ConnectionDesk clusters, Background background)
    implements RunSource {
  @Override
  public ObservableList<String> connections() {
    return clusters.names();
  }

  @Override
  public Outcome<ClusterGateway> open(String connection) {
    return clusters.open(connection);
  }

  @Override
  public void live(String connection) {
    clusters.live(connection);
  }

  @Override
  public void show(String connection, WorkflowObject run, boolean isOfFile) {
    if (isOfFile) {
      runs.of(file).follow(connection, run);
    } else {
      inTab(run, made -> runs.of(made).follow(connection, run));
    }
  }

  @Override
  public List<KeptRun> here() {
    return runs.means().kept().all();
  }

  @Override
  public void show(KeptRun run, WorkflowObject whole, boolean isOfFile) {
    if (isOfFile) {
      runs.of(file).show(run);
    } else {
      inTab(whole, made -> runs.of(made).show(run));
    }
  }

  private void inTab(WorkflowObject run, Consumer<OpenFile> then) {
    background.run(
        () -> SourceText.of(RunManifest.yaml(run)),
        text -> {
          desk.openText(run.name() + ".yaml", text);
          desk.files().shown().get().ifPresent(then);
        });
  }

  @Override
  public Supplier<Optional<ObjectNode>> drawing() {
    DiagramState state = file.editor().state().get();
    int shown = shownResource();
    return () ->
        new Locator(state.tree(), state.workflow())
            .resource(shown)
            .map(ManifestReader::toJson)
            .filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast);
  }

  @Override
  public void reveal(String template, String task) {
    Editor editor = file.editor();
    editor.open(new Scope(shownResource(), new TemplateName(template)));
    if (!task.isEmpty()) {
      editor.select(Selection.of(new NodeId(task)));
    }
  }

  private int shownResource() {
    return file.editor().scope().map(Scope::resource).orElse(0);
  }
}

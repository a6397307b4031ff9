// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tiphys.app.export.FileExports;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.PictureStyle;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.DuplicateTasks;
import tiphys.model.command.RenameTask;
import tiphys.model.command.SetNote;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TaskName;

/**
 * Every shared file opened and drawn, and four edits of every task of it done, looked at and
 * undone; beside it the same files through two other libraries and back, unchanged and with one
 * image changed.
 */
public final class CorpusBenchmark {
  private final EditFigures edits = new EditFigures();
  private final List<TripFigures> trips =
      Stream.of(new TiphysTrip(), new JacksonsTrip(), new OpenRewritesTrip())
          .map(TripFigures::new)
          .toList();
  private int files;
  private int opened;
  private int drawn;
  private int pictures;

  private CorpusBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    CorpusBenchmark benchmark = new CorpusBenchmark();
    for (String folder : List.of("examples", "hera")) {
      benchmark.all(Path.of("..", "..", "shared", "argo", folder));
    }
    benchmark.print();
    System.exit(0);
  }

  private void all(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file :
          found.filter(path -> path.toString().matches(".*\\.(ya?ml|json)")).sorted().toList()) {
        String text = Files.readString(file);
        Diagram diagram = Diagram.open(SourceText.of(text), Positions.NONE);
        files++;
        opened += diagram.state().tree().syntaxError().isEmpty() ? 1 : 0;
        List<Scope> scopes = Scopes.all(diagram.state().workflow());
        drawn += scopes.isEmpty() ? 0 : 1;
        scopes.forEach(scope -> scope(diagram, scope));
        trips.forEach(trip -> trip.add(text, diagram.state()));
      }
    }
  }

  private void scope(Diagram diagram, Scope scope) {
    byte[] svg =
        FileExports.picture(diagram.state(), scope, "svg", PictureStyle.plain(Palette.LIGHT));
    pictures += svg.length > 0 ? 1 : 0;
    for (FlowNode node : diagram.state().graph(scope).nodes()) {
      NodeId id = node.id();
      edits.tryOut(diagram, new RenameTask(scope, id, new TaskName("another-name")));
      edits.tryOut(diagram, new DuplicateTasks(scope, Set.of(id)));
      edits.tryOut(diagram, new DeleteTasks(scope, Set.of(id)));
      edits.tryOut(diagram, new SetNote(scope, Optional.of(id), "a note"));
    }
  }

  private void print() {
    System.out.printf(
        Locale.ROOT,
        "files %d, opened %d, drawn %d, pictures %d%n",
        files,
        opened,
        drawn,
        pictures);
    edits.print();
    trips.forEach(TripFigures::print);
  }
}

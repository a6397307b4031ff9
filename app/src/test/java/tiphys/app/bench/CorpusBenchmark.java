// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tiphys.model.command.Command;
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
 * Every shared file opened, its graphs made, and four edits of every task of it done and undone;
 * beside it the same files through Jackson and back.
 */
public final class CorpusBenchmark {
  private int files;
  private int opened;
  private int graphs;
  private int tried;
  private int refused;
  private int differing;
  private int jacksonsDiffer;
  private int jacksonsLoseComments;

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
    ObjectMapper jackson = new ObjectMapper(new YAMLFactory());
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        String text = Files.readString(file);
        files++;
        edits(text);
        String back = jackson.writeValueAsString(jackson.readTree(text));
        jacksonsDiffer += back.equals(text) ? 0 : 1;
        jacksonsLoseComments += text.contains("# ") && !back.contains("# ") ? 1 : 0;
      }
    }
  }

  private void edits(String text) {
    Diagram diagram = Diagram.open(SourceText.of(text), Positions.NONE);
    opened += diagram.state().tree().syntaxError().isEmpty() ? 1 : 0;
    for (Scope scope : Scopes.all(diagram.state().workflow())) {
      graphs++;
      for (FlowNode node : diagram.state().graph(scope).nodes()) {
        NodeId id = node.id();
        edit(diagram, new RenameTask(scope, id, new TaskName("another-name")), text);
        edit(diagram, new DuplicateTasks(scope, Set.of(id)), text);
        edit(diagram, new DeleteTasks(scope, Set.of(id)), text);
        edit(diagram, new SetNote(scope, Optional.of(id), "a note"), text);
      }
    }
  }

  private void edit(Diagram diagram, Command command, String text) {
    tried++;
    refused += diagram.apply(command).isDone() ? 0 : 1;
    diagram.undo();
    differing += diagram.state().text().toString().equals(text) ? 0 : 1;
  }

  private void print() {
    System.out.printf(
        Locale.ROOT,
        "files %d, opened %d, graphs %d%nedits tried %d, refused %d, bytes differ after undo %d%n"
            + "Jackson, unchanged: bytes differ in %d files, all comments gone from %d%n",
        files,
        opened,
        graphs,
        tried,
        refused,
        differing,
        jacksonsDiffer,
        jacksonsLoseComments);
  }
}

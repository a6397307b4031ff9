// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.status.DesignChanges;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** Tells how a file differs from what a run of a cluster was made of. */
final class CompareDesign {
  private final Console console;
  private final ClusterAccess access;

  CompareDesign(ClusterAccess access) {
    this.console = access.console();
    this.access = access;
  }

  int execute(String run, String file, Arguments arguments) {
    Outcome<ObjectNode> drawn = SourceFile.read(file).then(CompareDesign::resource);
    if (drawn.refusal().isPresent()) {
      return console.trouble(drawn.refusal().get());
    }
    String namespace = ClusterAccess.namespace(arguments);
    return access.with(
        arguments,
        gateway -> {
          Outcome<DesignChanges> compared =
              access
                  .run(gateway, namespace, run)
                  .then(name -> gateway.get(ArgoKind.WORKFLOW, namespace, name))
                  .then(
                      found ->
                          Outcome.done(
                              DesignChanges.of(
                                  new WorkflowObject(found), drawn.result().orElseThrow())));
          return compared.refusal().isPresent()
              ? access.refuse(compared.refusal().get())
              : tell(compared.result().orElseThrow());
        });
  }

  /** The first that has templates, or names some. */
  private static Outcome<ObjectNode> resource(SourceFile source) {
    var resources = source.state().workflow().resources();
    Locator locator = new Locator(source.state().tree(), source.state().workflow());
    for (int i = 0; i < resources.size(); i++) {
      Optional<ObjectNode> whole =
          locator
              .resource(i)
              .map(ManifestReader::toJson)
              .filter(ObjectNode.class::isInstance)
              .map(ObjectNode.class::cast);
      if (resources.get(i).kind().hasTemplates() && whole.isPresent()) {
        return Outcome.done(whole.get());
      }
    }
    return Outcome.refused(ProblemCode.RUN_NO_WORKFLOW);
  }

  private int tell(DesignChanges changes) {
    List<List<String>> table = new ArrayList<>();
    for (DesignChanges.Change change : changes.all()) {
      table.add(List.of(mark(change.kind()) + " " + where(change), change.field(), values(change)));
    }
    Columns.lines(table).forEach(console.out()::println);
    return table.isEmpty() ? Console.GOOD : Console.NO;
  }

  private static String mark(DesignChanges.Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "≠";
    };
  }

  private String where(DesignChanges.Change change) {
    if (change.template().isEmpty()) {
      return console.messages().text("cli.compare-workflow");
    }
    return change.task().isEmpty() ? change.template() : change.template() + "/" + change.task();
  }

  private static String values(DesignChanges.Change change) {
    return change.kind() == DesignChanges.Kind.CHANGED
        ? orDash(change.inRun()) + " → " + orDash(change.drawn())
        : "";
  }

  private static String orDash(String value) {
    return value.isEmpty() ? "–" : value;
  }
}

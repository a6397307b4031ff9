// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ArtifactDownload;
import tiphys.exporter.cluster.ArtifactPlace;
import tiphys.exporter.cluster.ArtifactPlace.Side;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

/** Lists what the steps of a run took and left, and fetches it. */
final class ArtifactsVerb {
  private final Console console;
  private final ClusterAccess access;

  /** An artifact with the node that has it. */
  private record Found(NodeStatus node, Side side, String name, String key) {}

  /** A run as it is, and as it reads. */
  private record Whole(WorkflowObject object, RunSnapshot snapshot) {
    List<Found> artifacts() {
      List<Found> found = new ArrayList<>();
      for (NodeStatus node : snapshot.nodes().values()) {
        add(found, node, Side.INPUT, node.inputs().artifacts());
        add(found, node, Side.OUTPUT, node.outputs().artifacts());
      }
      return found;
    }

    private static void add(
        List<Found> found, NodeStatus node, Side side, Map<String, String> artifacts) {
      artifacts.forEach((name, key) -> found.add(new Found(node, side, name, key)));
    }
  }

  ArtifactsVerb(ClusterAccess access) {
    this.console = access.console();
    this.access = access;
  }

  int execute(Arguments arguments) {
    List<String> words = arguments.words();
    String what = words.isEmpty() ? "" : words.getFirst();
    return switch (what) {
      case "list" ->
          words.size() == 2
              ? withRun(arguments, (_, run) -> list(run, arguments))
              : console.misused("artifact-words");
      case "get" ->
          words.size() == 4
              ? withRun(arguments, (gateway, run) -> get(gateway, run, arguments))
              : console.misused("artifact-words");
      default -> console.misused("artifact-words");
    };
  }

  private int withRun(Arguments arguments, BiFunction<ClusterGateway, Whole, Integer> work) {
    String namespace = ClusterAccess.namespace(arguments);
    return access.with(
        arguments,
        gateway -> {
          Outcome<Whole> run =
              access
                  .run(gateway, namespace, arguments.words().get(1))
                  .then(name -> gateway.get(ArgoKind.WORKFLOW, namespace, name))
                  .then(ArtifactsVerb::whole);
          return run.refusal().isPresent()
              ? access.refuse(run.refusal().get())
              : work.apply(gateway, run.result().orElseThrow());
        });
  }

  private static Outcome<Whole> whole(ObjectNode found) {
    WorkflowObject object = new WorkflowObject(found);
    return new RunReader().read(object).then(snapshot -> Outcome.done(new Whole(object, snapshot)));
  }

  private int list(Whole run, Arguments arguments) {
    if (arguments.last("-o").filter("json"::equals).isPresent()) {
      console.out().print(ManifestWriter.json(json(run)));
      return Console.GOOD;
    }
    for (Found each : run.artifacts()) {
      console
          .out()
          .println(
              String.format(
                      Locale.ROOT,
                      "%-30s %-8s %-20s %s",
                      each.node().displayName(),
                      each.side().path(),
                      each.name(),
                      each.key())
                  .stripTrailing());
    }
    return Console.GOOD;
  }

  private static ArrayNode json(Whole run) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Found each : run.artifacts()) {
      all.addObject()
          .put("step", each.node().displayName())
          .put("node", each.node().id())
          .put("side", each.side().path())
          .put("name", each.name())
          .put("key", each.key());
    }
    return all;
  }

  /** Of an input and an output of one name the output is meant. */
  private int get(ClusterGateway gateway, Whole run, Arguments arguments) {
    String node = arguments.words().get(2);
    String name = arguments.words().get(3);
    Optional<Found> meant =
        run.artifacts().reversed().stream()
            .filter(each -> each.name().equals(name) && isCalled(each.node(), node))
            .max(java.util.Comparator.comparing(Found::side));
    if (meant.isEmpty()) {
      return access.refuse(
          Problem.refusal(ProblemCode.CLUSTER_ARTIFACT_MISSING, node + " " + name));
    }
    Found found = meant.get();
    ArtifactPlace place =
        ArtifactPlace.of(run.object(), found.node().id(), found.side(), found.name());
    ArtifactDownload download =
        new ArtifactDownload(gateway, ClusterAccess.namespace(arguments), place, Long.MAX_VALUE);
    Optional<Path> out = arguments.last("--out").map(Path::of);
    Outcome<Path> got =
        out.filter(there -> !Files.isDirectory(there))
            .map(download::to)
            .orElseGet(() -> download.into(out.orElse(Path.of(""))));
    if (got.refusal().isPresent()) {
      return access.refuse(got.refusal().get());
    }
    console.out().println(got.result().orElseThrow());
    return Console.GOOD;
  }

  private static boolean isCalled(NodeStatus node, String word) {
    return List.of(node.id(), node.name(), node.displayName()).contains(word);
  }
}

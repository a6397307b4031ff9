// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tiphys.app.message.Elapsed;
import tiphys.exporter.cluster.RunList;
import tiphys.exporter.cluster.RunQuery;
import tiphys.exporter.cluster.RunQuery.Part;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.problem.Outcome;
import tiphys.model.run.NodePhase;

/** Lists runs of a cluster and of its archive. */
final class ListVerb {
  private final Console console;
  private final ClusterAccess access;

  ListVerb(ClusterAccess access) {
    this.console = access.console();
    this.access = access;
  }

  int execute(Arguments arguments) {
    Set<NodePhase> phases = EnumSet.noneOf(NodePhase.class);
    for (String word : String.join(",", arguments.all("--phase")).split(",", -1)) {
      Optional<NodePhase> phase = phase(word);
      if (phase.isEmpty() && !word.isEmpty()) {
        return console.misused("list-phase", word);
      }
      phase.ifPresent(phases::add);
    }
    Optional<String> span = arguments.last("--since");
    Optional<Instant> since = span.flatMap(Span::of).map(Instant.now()::minus);
    if (span.isPresent() && since.isEmpty()) {
      return console.misused("list-since", span.get());
    }
    Part part =
        arguments.has("--all")
            ? Part.BOTH
            : arguments.has("--archived") ? Part.ARCHIVED : Part.LIVE;
    RunQuery query =
        new RunQuery(
            part,
            arguments.last("-l").orElse(""),
            phases,
            arguments.last("--prefix").orElse(""),
            since,
            !arguments.last("-o").orElse("").equals("json"));
    return access.with(
        arguments,
        gateway -> {
          Outcome<RunList> found = RunList.of(gateway, ClusterAccess.namespace(arguments), query);
          if (found.refusal().isPresent()) {
            return access.refuse(found.refusal().get());
          }
          tell(found.result().orElseThrow(), arguments.last("-o").orElse(""));
          return Console.GOOD;
        });
  }

  private static Optional<NodePhase> phase(String word) {
    return EnumSet.of(
            NodePhase.PENDING,
            NodePhase.RUNNING,
            NodePhase.SUCCEEDED,
            NodePhase.FAILED,
            NodePhase.ERROR)
        .stream()
        .filter(phase -> phase.argoName().equalsIgnoreCase(word))
        .findFirst();
  }

  private void tell(RunList found, String form) {
    found.archiveTrouble().ifPresent(why -> console.err().println(console.messages().problem(why)));
    switch (form) {
      case "json" -> {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        found.runs().forEach(entry -> all.add(entry.run().plain()));
        console.out().print(ManifestWriter.json(all));
      }
      case "name" -> found.runs().forEach(entry -> console.out().println(entry.run().name()));
      default -> {
        List<List<String>> table = new ArrayList<>();
        found.runs().forEach(entry -> table.add(cells(entry, form.equals("wide"))));
        Columns.lines(table).forEach(console.out()::println);
      }
    }
  }

  private List<String> cells(RunList.Entry entry, boolean isWide) {
    WorkflowObject run = entry.run();
    List<String> cells =
        new ArrayList<>(
            List.of(
                run.name(),
                phase(run),
                run.created()
                    .map(made -> Elapsed.rounded(Duration.between(made, Instant.now())))
                    .orElse(""),
                run.progress()));
    if (isWide) {
      cells.add(
          run.started()
              .map(
                  from ->
                      Elapsed.rounded(Duration.between(from, run.finished().orElse(Instant.now()))))
              .orElse(""));
      cells.add(run.namespace());
      cells.add(entry.isOfArchive() ? console.messages().text("cli.list-archived") : "");
      cells.add(parameters(run));
    }
    cells.add(run.message());
    return cells;
  }

  private static String parameters(WorkflowObject run) {
    List<String> parameters = new ArrayList<>();
    for (JsonNode each : run.json().at("/spec/arguments/parameters")) {
      parameters.add(each.path("name").asText("") + "=" + each.path("value").asText(""));
    }
    return String.join(",", parameters).replaceAll("\\s+", " ");
  }

  private String phase(WorkflowObject run) {
    return run.phase()
        .map(phase -> console.messages().text("phase." + phase.name().toLowerCase(Locale.ROOT)))
        .orElseGet(() -> console.messages().text("phase.none"));
  }
}

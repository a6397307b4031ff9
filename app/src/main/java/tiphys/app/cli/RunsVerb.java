// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import tiphys.app.message.TriggerWords;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Listing;
import tiphys.exporter.cluster.ObjectFilter;
import tiphys.exporter.cluster.StoredResource;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.problem.Outcome;
import tiphys.model.run.RunSnapshot;

/** Shows a run of a cluster with its nodes, and the cron workflows that make runs. */
final class RunsVerb {
  private final Console console;
  private final ClusterAccess access;

  RunsVerb(ClusterAccess access) {
    this.console = access.console();
    this.access = access;
  }

  int get(Arguments arguments) {
    if (arguments.words().size() != 1) {
      return console.misused("one-run", "get");
    }
    String namespace = ClusterAccess.namespace(arguments);
    return access.with(
        arguments,
        gateway -> {
          Outcome<ObjectNode> found =
              access
                  .run(gateway, namespace, arguments.words().getFirst())
                  .then(name -> gateway.get(ArgoKind.WORKFLOW, namespace, name));
          return found.refusal().isPresent()
              ? access.refuse(found.refusal().get())
              : show(new WorkflowObject(found.result().orElseThrow()), arguments);
        });
  }

  private int show(WorkflowObject run, Arguments arguments) {
    String form = arguments.last("-o").orElse("");
    if (form.equals("json") || form.equals("yaml")) {
      console
          .out()
          .print(
              form.equals("json")
                  ? ManifestWriter.json(run.plain())
                  : ManifestWriter.yaml(run.plain()));
      return Console.GOOD;
    }
    Outcome<RunSnapshot> read = new RunReader().read(run);
    if (read.refusal().isPresent()) {
      return access.refuse(read.refusal().get());
    }
    new WatchTree(console.messages(), Clock.systemUTC())
        .lines(read.result().orElseThrow())
        .forEach(console.out()::println);
    return Console.GOOD;
  }

  /** Cron workflows: listed, paused, taken up again. */
  int cron(Arguments arguments) {
    List<String> words = arguments.words();
    String what = words.isEmpty() ? "list" : words.getFirst();
    boolean isNamed = words.size() == 2;
    String namespace = ClusterAccess.namespace(arguments);
    return switch (what) {
      case "list" -> access.with(arguments, gateway -> listCron(gateway, namespace));
      case "suspend", "resume" ->
          isNamed
              ? access.with(
                  arguments,
                  gateway -> new ActVerb(access).cron(gateway, namespace, what, words.get(1)))
              : console.misused("cron-words");
      default -> console.misused("cron-words");
    };
  }

  private int listCron(ClusterGateway gateway, String namespace) {
    Outcome<Listing> listed = gateway.list(ArgoKind.CRON_WORKFLOW, namespace, ObjectFilter.ALL);
    if (listed.refusal().isPresent()) {
      return access.refuse(listed.refusal().get());
    }
    for (ObjectNode cron : listed.result().orElseThrow().items()) {
      StoredResource kept = new StoredResource(ArgoKind.CRON_WORKFLOW, cron);
      console
          .out()
          .println(
              String.format(
                      Locale.ROOT,
                      "%-30s %-20s %s",
                      kept.name(),
                      String.join(", ", kept.schedules()),
                      state(kept))
                  .stripTrailing());
    }
    return Console.GOOD;
  }

  private String state(StoredResource cron) {
    return cron.isSuspended()
        ? console.messages().text("cli.cron-suspended")
        : new TriggerWords(console.messages())
            .next(cron.schedules(), cron.timezone(), ZonedDateTime.now(ZoneId.systemDefault()))
            .orElseGet(() -> console.messages().text("cli.cron-active"));
  }
}

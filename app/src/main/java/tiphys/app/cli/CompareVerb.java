// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunComparison;
import tiphys.model.run.RunSnapshot;

/** Tells what two runs of a cluster came to, node by node. */
final class CompareVerb {
  private final Console console;
  private final ClusterAccess access;

  CompareVerb(ClusterAccess access) {
    this.console = access.console();
    this.access = access;
  }

  int execute(Arguments arguments) {
    List<String> names = arguments.words();
    Optional<String> file = arguments.last("--file");
    if (file.isPresent() && names.size() == 1) {
      return new CompareDesign(access).execute(names.getFirst(), file.get(), arguments);
    }
    if (file.isPresent() || names.size() != 2) {
      return console.misused("two-runs");
    }
    String namespace = ClusterAccess.namespace(arguments);
    return access.with(
        arguments,
        gateway -> {
          Outcome<RunComparison> compared =
              read(gateway, namespace, names.get(0))
                  .then(
                      left ->
                          read(gateway, namespace, names.get(1))
                              .then(right -> Outcome.done(RunComparison.of(left, right))));
          return compared.refusal().isPresent()
              ? access.refuse(compared.refusal().get())
              : tell(compared.result().orElseThrow(), arguments.has("--differences"));
        });
  }

  private Outcome<RunSnapshot> read(ClusterGateway gateway, String namespace, String word) {
    return access
        .run(gateway, namespace, word)
        .then(name -> gateway.get(ArgoKind.WORKFLOW, namespace, name))
        .then(found -> new RunReader().read(new WorkflowObject(found)));
  }

  private int tell(RunComparison compared, boolean onlyDifferences) {
    List<List<String>> table = new ArrayList<>();
    for (RunComparison.Row row : compared.rows()) {
      if (row.isDifferent() || !onlyDifferences) {
        table.add(
            List.of(
                (row.isDifferent() ? "≠ " : "= ") + "  ".repeat(row.depth()) + title(row),
                side(row.left()),
                side(row.right()),
                row.longer().map(CompareVerb::signed).orElse(""),
                row.isDifferent() ? messages(row) : ""));
      }
    }
    Columns.lines(table).forEach(console.out()::println);
    return compared.rows().stream().anyMatch(RunComparison.Row::isDifferent)
        ? Console.NO
        : Console.GOOD;
  }

  private static String title(RunComparison.Row row) {
    return row.left().or(row::right).map(NodeStatus::displayName).orElse(row.name());
  }

  private String side(Optional<NodeStatus> node) {
    return node.map(
            it ->
                (WatchTree.mark(it.phase())
                        + " "
                        + console
                            .messages()
                            .text("phase." + it.phase().name().toLowerCase(Locale.ROOT))
                        + " "
                        + RunComparison.took(it).map(CompareVerb::seconds).orElse(""))
                    .stripTrailing())
        .orElse("–");
  }

  private static String messages(RunComparison.Row row) {
    String left = row.left().map(NodeStatus::message).orElse("");
    String right = row.right().map(NodeStatus::message).orElse("");
    return left.equals(right) ? left : orDash(left) + " → " + orDash(right);
  }

  private static String orDash(String message) {
    return message.isEmpty() ? "–" : message;
  }

  private static String signed(Duration longer) {
    return longer.isZero() ? "" : (longer.isNegative() ? "" : "+") + seconds(longer);
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + "s";
  }
}

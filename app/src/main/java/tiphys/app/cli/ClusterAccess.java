// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Clusters;
import tiphys.exporter.cluster.Listing;
import tiphys.exporter.cluster.ObjectFilter;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** What all verbs that reach a cluster have in common: which one, and how its answers are told. */
record ClusterAccess(Console console, Clusters clusters) {
  static final Set<String> OPTIONS = Set.of("--to", "-n", "--namespace");

  /** As in Argo's own CLI: the run that was made last. */
  private static final String LATEST = "@latest";

  /** The cluster was reached and says no; everything else could not be done. */
  private static final Set<ProblemCode> ANSWERS =
      EnumSet.of(
          ProblemCode.CLUSTER_ACCESS_DENIED,
          ProblemCode.CLUSTER_NOT_FOUND,
          ProblemCode.CLUSTER_EXISTS_ALREADY,
          ProblemCode.CLUSTER_CONFLICT,
          ProblemCode.CLUSTER_REFUSED,
          ProblemCode.CLUSTER_RUN_FINISHED,
          ProblemCode.CLUSTER_RUN_NOT_FAILED,
          ProblemCode.CLUSTER_RUN_NOT_SUSPENDED,
          ProblemCode.CLUSTER_OUTPUT_MISSING,
          ProblemCode.CLUSTER_NO_SUCH_NODE,
          ProblemCode.CLUSTER_ARTIFACT_MISSING,
          ProblemCode.CLUSTER_NOT_SUBMITTABLE,
          ProblemCode.RUN_PARAMETER_UNKNOWN,
          ProblemCode.RUN_PARAMETER_NONE);

  /** Does something with the cluster that is meant, and closes the connection behind it. */
  int with(Arguments arguments, Function<ClusterGateway, Integer> work) {
    String name = arguments.last("--to").orElse("");
    Outcome<Connection> chosen = clusters.connection(name);
    chosen.result().ifPresent(this::warn);
    Outcome<ClusterGateway> opened = chosen.then(clusters::open);
    if (opened.refusal().isPresent()) {
      return console.trouble(opened.refusal().get());
    }
    try (ClusterGateway gateway = opened.result().orElseThrow()) {
      return work.apply(gateway);
    }
  }

  /** Whoever verifies no certificate is told so each time. */
  private void warn(Connection connection) {
    if (connection.target() instanceof Target.ArgoServer server
        && server.trust() instanceof Trust.Unverified) {
      console.say("connection-unverified", connection.name());
    }
  }

  /** Empty for the connection's own. */
  static String namespace(Arguments arguments) {
    return arguments.last("-n").or(() -> arguments.last("--namespace")).orElse("");
  }

  /** Tells why not, with the exit status that belongs to it. */
  int refuse(Problem why) {
    return ANSWERS.contains(why.code()) ? console.refuse(why) : console.trouble(why);
  }

  /** The name of the run that a word means. */
  Outcome<String> run(ClusterGateway gateway, String namespace, String word) {
    if (!word.equals(LATEST)) {
      return Outcome.done(word);
    }
    Outcome<Listing> all = gateway.list(ArgoKind.WORKFLOW, namespace, ObjectFilter.ALL);
    return all.then(
        listing ->
            listing.items().stream()
                .map(WorkflowObject::new)
                .max(Comparator.comparing(run -> run.created().orElse(Instant.MIN)))
                .map(run -> Outcome.done(run.name()))
                .orElseGet(() -> Outcome.refused(ProblemCode.CLUSTER_NOT_FOUND, word)));
  }

  /** Values given with {@code -p}; absent, and told, where one has no name. */
  Optional<Map<String, String>> parameters(Arguments arguments) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String given : arguments.all("-p")) {
      int equals = given.indexOf('=');
      if (equals <= 0) {
        console.misused("bad-parameter", given);
        return Optional.empty();
      }
      parameters.put(given.substring(0, equals), given.substring(equals + 1));
    }
    return Optional.of(parameters);
  }
}

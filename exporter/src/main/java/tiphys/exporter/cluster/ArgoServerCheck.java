// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tiphys.exporter.cluster.transport.Call;
import tiphys.exporter.cluster.transport.Transport;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Tests a connection to an Argo Server, step by step. */
final class ArgoServerCheck {
  private final Transport transport;
  private final String namespace;
  private final Duration patience;
  private final Consumer<CheckStep> told;
  private final List<CheckStep> steps = new ArrayList<>();

  ArgoServerCheck(
      Transport transport, String namespace, Duration patience, Consumer<CheckStep> told) {
    this.transport = transport;
    this.namespace = namespace;
    this.patience = patience;
    this.told = told;
  }

  List<CheckStep> steps() {
    Outcome<ObjectNode> version = ask("/api/v1/version");
    Optional<Problem> unreached = version.refusal().filter(why -> !isAboutAccess(why));
    if (unreached.isPresent()) {
      add(CheckStep.bad(ConnectionFault.stepOf(unreached.get()), unreached.get()));
      return steps;
    }
    add(CheckStep.good(CheckStep.Kind.REACHED, transport.address()));
    if (transport.address().startsWith("https:")) {
      add(CheckStep.good(CheckStep.Kind.VERIFIED, ""));
    }
    if (add(CheckStep.Kind.ACCOUNT, ask("/api/v1/userinfo"))
        && add(CheckStep.Kind.VERSION, version.then(ArgoServerCheck::newEnough))) {
      String runs = "/api/v1/workflows/" + Call.part(namespace);
      add(
          CheckStep.Kind.LIST,
          transport
              .send(
                  Call.get(runs)
                      .with("listOptions.limit", "1")
                      .with("fields", "metadata,items.metadata.name")
                      .within(patience))
              .then(answer -> answer.object(transport.address(), ProblemCode.CLUSTER_NOT_ARGO)));
    }
    return steps;
  }

  private Outcome<ObjectNode> ask(String path) {
    return transport
        .send(Call.get(path).within(patience))
        .then(answer -> answer.object(transport.address(), ProblemCode.CLUSTER_NOT_ARGO));
  }

  private boolean add(CheckStep.Kind kind, Outcome<ObjectNode> outcome) {
    add(
        switch (outcome) {
          case Outcome.Done<ObjectNode>(ObjectNode found) ->
              CheckStep.good(kind, found(kind, found));
          case Outcome.Refused<ObjectNode>(Problem why) -> CheckStep.bad(kind, why);
        });
    return outcome.isDone();
  }

  private String found(CheckStep.Kind kind, ObjectNode json) {
    return switch (kind) {
      case ACCOUNT -> account(json);
      case VERSION -> json.path("version").asText("");
      default -> namespace;
    };
  }

  private static String account(ObjectNode json) {
    for (String field : List.of("serviceAccountName", "email", "name", "subject")) {
      String value = json.path(field).asText("");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static Outcome<ObjectNode> newEnough(ObjectNode version) {
    return ArgoVersion.check(version.path("version").asText(""))
        .map(Outcome::<ObjectNode>refused)
        .orElseGet(() -> Outcome.done(version));
  }

  private static boolean isAboutAccess(Problem why) {
    return why.code() == ProblemCode.CLUSTER_TOKEN_REFUSED
        || why.code() == ProblemCode.CLUSTER_ACCESS_DENIED;
  }

  private void add(CheckStep step) {
    steps.add(step);
    told.accept(step);
  }
}

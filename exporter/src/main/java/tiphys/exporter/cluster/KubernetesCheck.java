// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tiphys.exporter.cluster.transport.Call;
import tiphys.exporter.cluster.transport.KubernetesTransport;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Tests a connection to a Kubernetes API, step by step. */
final class KubernetesCheck {
  private final KubernetesTransport transport;
  private final String namespace;
  private final Duration patience;
  private final Consumer<CheckStep> told;
  private final List<CheckStep> steps = new ArrayList<>();

  KubernetesCheck(
      KubernetesTransport transport,
      String namespace,
      Duration patience,
      Consumer<CheckStep> told) {
    this.transport = transport;
    this.namespace = namespace;
    this.patience = patience;
    this.told = told;
  }

  List<CheckStep> steps() {
    Outcome<ObjectNode> version = send(Call.get("/version"));
    Optional<Problem> unreached =
        version
            .refusal()
            .filter(why -> why.code() != ProblemCode.CLUSTER_TOKEN_REFUSED)
            .filter(why -> why.code() != ProblemCode.CLUSTER_ACCESS_DENIED);
    if (unreached.isPresent()) {
      add(CheckStep.bad(ConnectionFault.stepOf(unreached.get()), unreached.get()));
      return steps;
    }
    add(CheckStep.good(CheckStep.Kind.REACHED, transport.address()));
    if (transport.address().startsWith("https:")) {
      add(CheckStep.good(CheckStep.Kind.VERIFIED, ""));
    }
    if (account() && argo()) {
      allowed(CheckStep.Kind.LIST, "list", "argoproj.io", "workflows");
      allowed(CheckStep.Kind.WATCH, "watch", "argoproj.io", "workflows");
      allowed(CheckStep.Kind.CREATE, "create", "argoproj.io", "workflows");
      allowed(CheckStep.Kind.DELETE, "delete", "argoproj.io", "workflows");
      allowed(CheckStep.Kind.LOGS, "get", "", "pods/log");
    }
    return steps;
  }

  /** Servers before 1.28 do not say who one is; the context's name stands in. */
  private boolean account() {
    ObjectNode review = object("authentication.k8s.io/v1", "SelfSubjectReview");
    Outcome<ObjectNode> answer =
        send(Call.post("/apis/authentication.k8s.io/v1/selfsubjectreviews", review));
    Optional<Problem> refused =
        answer.refusal().filter(why -> why.code() == ProblemCode.CLUSTER_TOKEN_REFUSED);
    add(
        refused
            .map(why -> CheckStep.bad(CheckStep.Kind.ACCOUNT, why))
            .orElseGet(
                () ->
                    CheckStep.good(
                        CheckStep.Kind.ACCOUNT,
                        answer
                            .result()
                            .map(json -> json.at("/status/userInfo/username").asText(""))
                            .filter(name -> !name.isEmpty())
                            .orElseGet(transport::context))));
    return refused.isEmpty();
  }

  /** Whether Argo's kinds are there, and of which version its controller is, if that is told. */
  private boolean argo() {
    Outcome<ObjectNode> kinds = send(Call.get("/apis/argoproj.io/v1alpha1"));
    Outcome<ObjectNode> known =
        kinds.then(
            json -> {
              boolean isThere =
                  json.path("resources").findValuesAsText("name").contains("workflows");
              return isThere
                  ? Outcome.done(json)
                  : Outcome.refused(ProblemCode.CLUSTER_WITHOUT_ARGO, transport.address());
            });
    String version = known.isDone() ? controllerVersion() : "";
    Optional<Problem> wrong = known.refusal().or(() -> ArgoVersion.check(version));
    add(
        wrong
            .map(why -> CheckStep.bad(CheckStep.Kind.VERSION, why))
            .orElseGet(() -> CheckStep.good(CheckStep.Kind.VERSION, version)));
    return wrong.isEmpty();
  }

  /** Of the controller's image, where deployments may be listed. */
  private String controllerVersion() {
    Call call =
        Call.get("/apis/apps/v1/deployments")
            .with("labelSelector", "app=workflow-controller")
            .with("limit", "1");
    return send(call)
        .result()
        .map(json -> json.at("/items/0/spec/template/spec/containers/0/image").asText(""))
        .filter(image -> image.contains(":"))
        .map(image -> image.substring(image.lastIndexOf(':') + 1))
        .orElse("");
  }

  private void allowed(CheckStep.Kind kind, String verb, String group, String resource) {
    ObjectNode review = object("authorization.k8s.io/v1", "SelfSubjectAccessReview");
    List<String> parts = List.of(resource.split("/", -1));
    ObjectNode asked = review.putObject("spec").putObject("resourceAttributes");
    asked.put("namespace", namespace).put("verb", verb).put("group", group);
    asked.put("resource", parts.getFirst());
    if (parts.size() > 1) {
      asked.put("subresource", parts.getLast());
    }
    Outcome<ObjectNode> answer =
        send(Call.post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review));
    add(
        switch (answer) {
          case Outcome.Refused<ObjectNode>(Problem why) -> CheckStep.bad(kind, why);
          case Outcome.Done<ObjectNode>(ObjectNode said) ->
              said.at("/status/allowed").asBoolean(false)
                  ? CheckStep.good(kind, namespace)
                  : CheckStep.bad(
                      kind,
                      Problem.refusal(
                          ProblemCode.CLUSTER_ACCESS_DENIED,
                          verb + " " + resource + " (" + namespace + ")"));
        });
  }

  private Outcome<ObjectNode> send(Call call) {
    return transport
        .send(call.within(patience))
        .then(answer -> answer.object(transport.address(), ProblemCode.CLUSTER_WITHOUT_ARGO));
  }

  private static ObjectNode object(String version, String kind) {
    return JsonNodeFactory.instance.objectNode().put("apiVersion", version).put("kind", kind);
  }

  private void add(CheckStep step) {
    steps.add(step);
    told.accept(step);
  }
}

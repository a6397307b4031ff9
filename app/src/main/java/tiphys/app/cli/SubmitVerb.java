// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tiphys.exporter.cluster.ArgoKind;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.SubmitOptions;
import tiphys.exporter.cluster.Trial;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.place.Locator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.problem.Severity;
import tiphys.model.workflow.ResourceKind;

/** Submits the workflow of a file, or a template of the cluster. */
final class SubmitVerb {
  private final Console console;
  private final ClusterAccess access;

  SubmitVerb(ClusterAccess access) {
    this.console = access.console();
    this.access = access;
  }

  int execute(Arguments arguments) {
    Optional<SubmitOptions> options = options(arguments);
    if (options.isEmpty()) {
      return Console.TROUBLE;
    }
    Optional<String> from = arguments.last("--from");
    if (from.isPresent() == (arguments.words().size() == 1) || arguments.words().size() > 1) {
      return console.misused("submit-what");
    }
    if (from.isPresent()) {
      return submitFrom(from.get(), options.get(), arguments);
    }
    Outcome<SourceFile> read = SourceFile.read(arguments.words().getFirst(), console, arguments);
    if (read.refusal().isPresent()) {
      return console.trouble(read.refusal().get());
    }
    SourceFile source = read.result().orElseThrow();
    if (tellErrors(source)) {
      return Console.NO;
    }
    Outcome<ObjectNode> workflow = workflow(source).then(found -> filled(found, options.get()));
    if (workflow.refusal().isPresent()) {
      return access.refuse(workflow.refusal().get());
    }
    ObjectNode whole = workflow.result().orElseThrow();
    String own = whole.at("/metadata/namespace").asText("");
    String given = ClusterAccess.namespace(arguments);
    String namespace = given.isEmpty() ? own : given;
    return access.with(
        arguments,
        gateway ->
            told(
                gateway,
                gateway.create(ArgoKind.WORKFLOW, namespace, whole, trial(arguments)),
                namespace,
                arguments));
  }

  private int submitFrom(String from, SubmitOptions options, Arguments arguments) {
    int slash = from.indexOf('/');
    Optional<ArgoKind> kind =
        ArgoKind.of(from.substring(0, Math.max(0, slash)))
            .filter(found -> found != ArgoKind.WORKFLOW);
    if (kind.isEmpty()) {
      return console.misused("submit-from", from);
    }
    String name = from.substring(slash + 1);
    String namespace = ClusterAccess.namespace(arguments);
    return access.with(
        arguments,
        gateway ->
            told(
                gateway,
                gateway.submitFrom(kind.get(), namespace, name, options, trial(arguments)),
                namespace,
                arguments));
  }

  private static Trial trial(Arguments arguments) {
    return arguments.has("--dry-run") ? Trial.DRY_RUN : Trial.REAL;
  }

  private int told(
      ClusterGateway gateway, Outcome<ObjectNode> answer, String namespace, Arguments arguments) {
    if (answer.refusal().isPresent()) {
      return access.refuse(answer.refusal().get());
    }
    WorkflowObject run = new WorkflowObject(answer.result().orElseThrow());
    if (arguments.has("--dry-run")) {
      console.say("submit-dry-run");
      return Console.GOOD;
    }
    console.say("submitted", run.name(), gateway.address());
    boolean isJson = arguments.last("-o").filter("json"::equals).isPresent();
    boolean isWatched = arguments.has("--watch") || arguments.has("--log");
    if (!isWatched) {
      console.out().println(isJson ? ManifestWriter.json(run.plain()).strip() : run.name());
      return Console.GOOD;
    }
    console.out().println(run.name());
    return new WatchVerb(access).follow(gateway, namespace, run.name(), arguments.has("--log"));
  }

  private boolean tellErrors(SourceFile source) {
    boolean hasErrors = false;
    for (Problem problem : source.state().problems()) {
      console.err().println(console.line(source.name(), source.state().text(), problem));
      hasErrors |= problem.severity() == Severity.ERROR;
    }
    return hasErrors;
  }

  /** The first workflow of the file. */
  private static Outcome<ObjectNode> workflow(SourceFile source) {
    var resources = source.state().workflow().resources();
    Locator locator = new Locator(source.state().tree(), source.state().workflow());
    for (int i = 0; i < resources.size(); i++) {
      if (resources.get(i).kind() == ResourceKind.WORKFLOW
          && locator.resource(i).map(ManifestReader::toJson).orElse(null)
              instanceof ObjectNode whole) {
        return Outcome.done(whole);
      }
    }
    return resources.isEmpty()
        ? Outcome.refused(ProblemCode.RUN_NO_WORKFLOW)
        : Outcome.refused(
            ProblemCode.CLUSTER_NOT_SUBMITTABLE, resources.getFirst().kind().argoName());
  }

  /** With the options put in; parameters that it does not have are refused. */
  private static Outcome<ObjectNode> filled(ObjectNode workflow, SubmitOptions options) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : workflow.at("/spec/arguments/parameters")) {
      names.add(each.path("name").asText(""));
    }
    boolean isWhole = !workflow.at("/spec").has("workflowTemplateRef");
    Optional<String> unknown =
        options.parameters().keySet().stream()
            .filter(name -> isWhole && !names.contains(name))
            .findFirst();
    if (unknown.isPresent()) {
      return names.isEmpty()
          ? Outcome.refused(ProblemCode.RUN_PARAMETER_NONE, unknown.get())
          : Outcome.refused(
              ProblemCode.RUN_PARAMETER_UNKNOWN, unknown.get(), String.join(", ", names));
    }
    return Outcome.done(options.applyTo(workflow));
  }

  private Optional<SubmitOptions> options(Arguments arguments) {
    Optional<Map<String, String>> parameters = access.parameters(arguments);
    Map<String, String> labels = new LinkedHashMap<>();
    for (String given : arguments.all("-l")) {
      int equals = given.indexOf('=');
      if (equals <= 0) {
        console.misused("bad-parameter", given);
        return Optional.empty();
      }
      labels.put(given.substring(0, equals), given.substring(equals + 1));
    }
    Optional<String> priority = arguments.last("--priority");
    if (priority.filter(text -> !text.matches("-?\\d{1,9}")).isPresent()) {
      console.misused("bad-number", "--priority", priority.get());
      return Optional.empty();
    }
    return parameters.map(
        values ->
            new SubmitOptions(
                arguments.last("--name").orElse(""),
                arguments.last("--generate-name").orElse(""),
                arguments.last("--entrypoint").orElse(""),
                arguments.last("--serviceaccount").orElse(""),
                priority
                    .map(text -> OptionalInt.of(Integer.parseInt(text)))
                    .orElse(OptionalInt.empty()),
                values,
                labels));
  }
}

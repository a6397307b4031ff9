// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.HashSet;
import java.util.Set;
import tiphys.model.graph.NodeKind;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.writing.YamlValue;

/** What a new template of a kind holds: the least that runs and shows how it goes on. */
final class NewTemplate {
  private static final String IMAGE = "busybox";
  private static final String PYTHON_IMAGE = "python:alpine3.23";

  private NewTemplate() {}

  static boolean canBeMade(NodeKind kind) {
    return switch (kind) {
      case EVENT, SCHEDULE, REFERENCE, UNKNOWN -> false;
      default -> true;
    };
  }

  /** A name that neither a template nor a task of the scope has. */
  static String freeName(NodeKind kind, WorkflowSpec spec, Template scope) {
    Set<String> taken = new HashSet<>(Naming.templateNames(spec));
    taken.addAll(Naming.taskNames(scope));
    return Naming.free(kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), taken);
  }

  static YamlValue.Mapping of(NodeKind kind, String name) {
    YamlValue.Mapping named = YamlValue.mapping("name", YamlValue.text(name));
    return switch (kind) {
      case CONTAINER -> named.and("container", container(name));
      case SCRIPT -> named.and("script", script());
      case CONTAINER_SET ->
          named.and(
              "containerSet",
              YamlValue.mapping(
                  "containers",
                  YamlValue.sequence(
                      YamlValue.mapping("name", YamlValue.text("main"))
                          .and("image", YamlValue.text(IMAGE))
                          .and("command", YamlValue.sequence(YamlValue.text("echo")))
                          .and("args", YamlValue.sequence(YamlValue.text(name))))));
      case DAG -> named.and("dag", YamlValue.mapping("tasks", YamlValue.sequence()));
      case STEPS -> named.and("steps", YamlValue.sequence());
      case RESOURCE ->
          named.and(
              "resource",
              YamlValue.mapping("action", YamlValue.text("get"))
                  .and("manifest", YamlValue.text("apiVersion: v1\nkind: ConfigMap\n")));
      case SUSPEND -> named.and("suspend", YamlValue.emptyMapping());
      case HTTP ->
          named.and("http", YamlValue.mapping("url", YamlValue.text("https://example.com")));
      case PLUGIN -> named.and("plugin", YamlValue.mapping("hello", YamlValue.emptyMapping()));
      case DATA ->
          named.and(
              "data",
              YamlValue.mapping(
                      "source",
                      YamlValue.mapping(
                          "artifactPaths",
                          YamlValue.mapping("name", YamlValue.text("files"))
                              .and("s3", YamlValue.mapping("bucket", YamlValue.text("files")))))
                  .and(
                      "transformation",
                      YamlValue.sequence(YamlValue.mapping("expression", YamlValue.text("data")))));
      case EVENT, SCHEDULE, REFERENCE, UNKNOWN -> throw new IllegalArgumentException(kind.name());
    };
  }

  private static YamlValue container(String name) {
    return YamlValue.mapping("image", YamlValue.text(IMAGE))
        .and("command", YamlValue.sequence(YamlValue.text("echo")))
        .and("args", YamlValue.sequence(YamlValue.text(name)));
  }

  private static YamlValue script() {
    return YamlValue.mapping("image", YamlValue.text(PYTHON_IMAGE))
        .and("command", YamlValue.sequence(YamlValue.text("python")))
        .and("source", YamlValue.text("print(\"hello\")\n"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tiphys.exporter.python.PyStatement;
import tiphys.exporter.python.PyValue;

/** The imports that some statements need, in the order that import sorters give them. */
final class Imports {
  /** Names that the code may bring in besides the classes in the table. */
  static final Set<String> OTHERS =
      Set.of(
          "w",
          "m",
          "os",
          "script",
          "global_config",
          "Workflow",
          "WorkflowTemplate",
          "ClusterWorkflowTemplate",
          "CronWorkflow",
          "TaskResult",
          "Parameter",
          "Env",
          "Volume",
          "Resources",
          "NoneArchiveStrategy",
          "ZipArchiveStrategy",
          "TarArchiveStrategy");

  private static final int WIDTH = 88;

  /** Names in capitals first, then classes, then functions, each in alphabetical order. */
  private static final Comparator<String> ORDER =
      Comparator.<String, Boolean>comparing(
              name -> !name.equals(name.toUpperCase(java.util.Locale.ROOT)))
          .thenComparing(name -> Character.isLowerCase(name.codePointAt(0)))
          .thenComparing(String.CASE_INSENSITIVE_ORDER);

  private final Set<String> names = new TreeSet<>(ORDER);

  /** What the code defines itself. */
  private final Set<String> own = new HashSet<>();

  private boolean models;

  private Imports() {}

  static List<PyStatement> of(List<PyStatement> statements, boolean withSettings) {
    Imports imports = new Imports();
    statements.forEach(imports::take);
    imports.names.removeAll(imports.own);
    List<PyStatement> lines = new ArrayList<>();
    if (withSettings) {
      lines.add(PyStatement.line("from hera.shared import global_config"));
    }
    if (!imports.names.isEmpty()) {
      lines.addAll(imports.classes());
    }
    if (imports.models) {
      lines.add(PyStatement.line("from hera.workflows import models as m"));
    }
    return lines;
  }

  private List<PyStatement> classes() {
    String line = "from hera.workflows import " + String.join(", ", names);
    if (line.length() <= WIDTH) {
      return List.of(PyStatement.line(line));
    }
    List<PyStatement> lines = new ArrayList<>();
    lines.add(PyStatement.line("from hera.workflows import ("));
    names.forEach(name -> lines.add(PyStatement.line("    " + name + ",")));
    lines.add(PyStatement.line(")"));
    return lines;
  }

  private void take(PyStatement statement) {
    switch (statement) {
      case PyStatement.Evaluate evaluate -> take(evaluate.value());
      case PyStatement.With with -> {
        take(with.call());
        with.body().forEach(this::take);
      }
      case PyStatement.Function function -> {
        own.add(function.name());
        take(function.decorator());
      }
      case PyStatement.Line line -> names.addAll(line.uses());
      case PyStatement.Comment _ -> {}
    }
  }

  private void take(PyValue value) {
    switch (value) {
      case PyValue.Text _, PyValue.Code _ -> {}
      case PyValue.Items items -> items.items().forEach(this::take);
      case PyValue.Entries entries -> entries.entries().values().forEach(this::take);
      case PyValue.Apply apply -> take(apply.argument());
      case PyValue.Call call -> {
        models |= call.callee().startsWith("m.");
        if (!call.callee().contains(".")) {
          names.add(call.callee());
        }
        call.keywords().forEach(keyword -> take(keyword.value()));
      }
    }
  }
}

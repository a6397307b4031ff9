// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.python.PyStatement;
import tiphys.exporter.python.PyValue;

/**
 * Scripts as functions: {@code @script(image=…)} over a function whose body is the code. A task
 * that calls one adds its template to the workflow; where no task does, a call in the workflow
 * does.
 */
final class ScriptFunctions {
  /** Without it Hera begins the script with three lines that its author did not write. */
  private static final PyValue.Keyword NO_LINES_BEFORE =
      new PyValue.Keyword("add_cwd_to_sys_path", PyValue.of(false));

  private final boolean areWanted;
  private final TemplateNames names;
  private final Map<String, String> functions = new LinkedHashMap<>();
  private final Set<String> called = new HashSet<>();
  private final List<PyStatement> definitions = new ArrayList<>();

  ScriptFunctions(boolean areWanted, TemplateNames names) {
    this.areWanted = areWanted;
    this.names = names;
  }

  /** Gives names to those templates that become functions, before anything else takes them. */
  void choose(Place templates, Set<String> twice) {
    for (Place template : areWanted ? templates.items() : List.<Place>of()) {
      String name = template.field("name").text();
      Place script = template.field("script");
      boolean isPython =
          script.field("command").items().stream()
              .map(Place::text)
              .toList()
              .toString()
              .matches("\\[(python3?)?]");
      boolean canBe =
          !name.isEmpty()
              && !twice.contains(name)
              && isPython
              && script.field("source").value().isTextual()
              && ScriptSource.body(script.field("source").text()).isPresent();
      if (canBe) {
        functions.put(name, names.names().take(name, "script"));
      }
    }
  }

  /** The function that a template has become, as a task calls it. */
  Optional<String> callOf(String template) {
    Optional<String> function = Optional.ofNullable(functions.get(template));
    function.ifPresent(called::add);
    return function;
  }

  /** Takes a script's call out of the workflow and makes a function of it, if it was chosen. */
  Optional<PyStatement> define(PyStatement form, Place template) {
    String name = template.field("name").text();
    String function = functions.get(name);
    if (function == null || !(form instanceof PyStatement.Evaluate script)) {
      return Optional.empty();
    }
    if (!(script.value() instanceof PyValue.Call call)) {
      return Optional.empty();
    }
    List<PyValue.Keyword> keywords = new ArrayList<>();
    for (PyValue.Keyword keyword : call.keywords()) {
      boolean isSaid =
          keyword.name().equals("source")
              || keyword.name().equals("name") && function.replace('_', '-').equals(name)
              || keyword.name().equals("command")
                  && keyword.value().equals(new PyValue.Items(List.of(new PyValue.Text("python"))));
      if (!isSaid) {
        keywords.add(keyword);
      }
    }
    keywords.add(NO_LINES_BEFORE);
    definitions.add(
        new PyStatement.Function(
            new PyValue.Call("script", keywords),
            function,
            ScriptSource.body(template.field("script").field("source").text()).orElseThrow(),
            script.origin()));
    return Optional.of(
        new PyStatement.Evaluate(
            Optional.empty(), new PyValue.Call(function, List.of()), Optional.empty()));
  }

  /** Whether a task calls the function of a template, so that nothing else needs to. */
  boolean isCalled(Place template) {
    String function = functions.get(template.field("name").text());
    return function != null && called.contains(function);
  }

  /** A template that could not be written as a call after all is no function. */
  void forget(Place template) {
    functions.remove(template.field("name").text());
  }

  List<PyStatement> definitions() {
    return definitions;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tiphys.exporter.expression.EvaluationException;
import tiphys.model.expression.Depends;
import tiphys.model.problem.Outcome;

/** The tasks of a DAG template, each behind those that it depends on. */
final class DagTasks {
  private final Map<String, JsonNode> tasks = new LinkedHashMap<>();
  private final Map<String, Needs> needs = new HashMap<>();
  private final List<String> targets = new ArrayList<>();
  private final List<String> order = new ArrayList<>();

  /**
   * @throws EvaluationException for a dependency that cannot be read or is not there, and for a
   *     cycle
   */
  DagTasks(JsonNode dag) throws EvaluationException {
    for (JsonNode task : dag.path("tasks")) {
      tasks.put(task.path("name").asText(""), task);
    }
    for (Map.Entry<String, JsonNode> entry : tasks.entrySet()) {
      needs.put(entry.getKey(), needs(entry.getValue()));
    }
    findTargets(dag.path("target").asText(""));
    findOrder();
  }

  /** Those that the targets need and the targets themselves, dependencies first. */
  List<String> inOrder() {
    return order;
  }

  List<String> targets() {
    return targets;
  }

  Set<String> names() {
    return tasks.keySet();
  }

  JsonNode task(String name) {
    return found(tasks, name);
  }

  Needs needs(String name) {
    return found(needs, name);
  }

  private static <T> T found(Map<String, T> map, String name) {
    T value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name);
    }
    return value;
  }

  private Needs needs(JsonNode task) throws EvaluationException {
    String name = task.path("name").asText("");
    Needs all = own(task);
    for (String needed : all.names()) {
      if (!tasks.containsKey(needed)) {
        throw new EvaluationException(
            "the task '" + name + "' depends on '" + needed + "', which is not there");
      }
    }
    return all;
  }

  private Needs own(JsonNode task) throws EvaluationException {
    String depends = task.path("depends").asText("");
    if (!depends.isBlank()) {
      return switch (Depends.parse(depends)) {
        case Outcome.Done<Depends>(Depends tree) -> Needs.of(tree);
        case Outcome.Refused<Depends> _ ->
            throw new EvaluationException("depends cannot be read: " + depends);
      };
    }
    Set<String> names = new LinkedHashSet<>();
    task.path("dependencies").forEach(each -> names.add(each.asText("")));
    Function<String, JsonNode> find = each -> tasks.getOrDefault(each, NullNode.instance);
    return Needs.allOf(names, find);
  }

  private void findTargets(String declared) throws EvaluationException {
    if (!declared.isBlank()) {
      for (String target : Pattern.compile(" +").splitAsStream(declared.strip()).toList()) {
        if (!tasks.containsKey(target)) {
          throw new EvaluationException("target '" + target + "' is not a task");
        }
        targets.add(target);
      }
      return;
    }
    Set<String> needed = new HashSet<>();
    needs.values().forEach(each -> needed.addAll(each.names()));
    tasks.keySet().stream().filter(name -> !needed.contains(name)).sorted().forEach(targets::add);
  }

  /** Depth first without recursion: a chain may be thousands of tasks long. */
  private void findOrder() throws EvaluationException {
    Set<String> done = new HashSet<>();
    Set<String> open = new HashSet<>();
    Deque<String> stack = new ArrayDeque<>();
    for (String target : targets.isEmpty() ? List.copyOf(tasks.keySet()) : targets) {
      stack.push(target);
      while (!stack.isEmpty()) {
        String name = stack.peek();
        if (done.contains(name)) {
          stack.pop();
        } else if (open.add(name)) {
          pushNeeded(name, done, open, stack);
        } else {
          stack.pop();
          done.add(name);
          order.add(name);
        }
      }
    }
  }

  private void pushNeeded(String name, Set<String> done, Set<String> open, Deque<String> stack)
      throws EvaluationException {
    for (String needed : needs(name).names()) {
      if (open.contains(needed) && !done.contains(needed)) {
        throw new EvaluationException("the tasks depend on each other in a circle at " + needed);
      }
      if (!done.contains(needed)) {
        stack.push(needed);
      }
    }
  }
}

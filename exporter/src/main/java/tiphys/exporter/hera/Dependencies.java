// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tiphys.exporter.python.PyStatement;

/** What tasks wait for, as lines such as {@code A >> [B, C] >> D}. */
final class Dependencies {
  /** Columns that a line may take, counted from its indentation. */
  private static final int WIDTH = 76;

  private static final Map<String, String> RESULTS =
      Map.of(
          "Succeeded", "succeeded",
          "Failed", "failed",
          "Errored", "errored",
          "Skipped", "skipped",
          "Omitted", "omitted",
          "Daemoned", "daemoned",
          "AnySucceeded", "any_succeeded",
          "AllFailed", "all_failed");

  private static final Map<String, String> METHODS =
      Map.of("Succeeded", "on_success", "Failed", "on_failure", "Errored", "on_error");

  private Dependencies() {}

  /**
   * Waiting for one task.
   *
   * @param results those that count; none for what counts by itself
   */
  record Edge(String from, List<String> results) {}

  /**
   * What a {@code depends} waits for, if Hera's operators write just this text: tasks joined by
   * {@code &&}, each once, each with a result, several results in brackets, or none.
   */
  static Optional<List<Edge>> edges(String depends, Set<String> tasks) {
    List<Edge> edges = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String part : depends.split(" && ", -1)) {
      Optional<Edge> edge = edge(part, tasks);
      if (edge.isEmpty() || !seen.add(edge.get().from())) {
        return Optional.empty();
      }
      edges.add(edge.get());
    }
    return Optional.of(edges);
  }

  private static Optional<Edge> edge(String part, Set<String> tasks) {
    if (tasks.contains(part)) {
      return Optional.of(new Edge(part, List.of()));
    }
    boolean isGroup = part.startsWith("(") && part.endsWith(")") && part.contains(" || ");
    String inner = isGroup ? part.substring(1, part.length() - 1) : part;
    String from = "";
    List<String> results = new ArrayList<>();
    for (String each : inner.split(" \\|\\| ", -1)) {
      int dot = each.lastIndexOf('.');
      String name = dot < 0 ? "" : each.substring(0, dot);
      String result = each.substring(dot + 1);
      boolean isOther = !from.isEmpty() && !from.equals(name);
      if (isOther || !tasks.contains(name) || !RESULTS.containsKey(result)) {
        return Optional.empty();
      }
      from = name;
      results.add(result);
    }
    return isGroup != results.size() > 1 || results.size() != new HashSet<>(results).size()
        ? Optional.empty()
        : Optional.of(new Edge(from, results));
  }

  private record Arrow(List<String> from, List<String> to) {}

  /** The lines, for tasks with what each waits for in its order. */
  static List<PyStatement> lines(Map<String, List<Edge>> waiting, UnaryOperator<String> variable) {
    List<PyStatement> lines = new ArrayList<>();
    for (List<Arrow> chain : chains(arrows(waiting))) {
      lines.addAll(written(chain, variable));
    }
    waiting.forEach(
        (task, edges) -> {
          if (!isPlain(edges)) {
            edges.forEach(edge -> lines.add(line(edge, variable, variable.apply(task))));
          }
        });
    return lines;
  }

  private static boolean isPlain(List<Edge> edges) {
    return edges.stream().allMatch(edge -> edge.results().isEmpty());
  }

  /** One arrow for all tasks that wait for the same one task; one each for those with several. */
  private static List<Arrow> arrows(Map<String, List<Edge>> waiting) {
    List<Arrow> arrows = new ArrayList<>();
    Map<String, Arrow> fans = new LinkedHashMap<>();
    waiting.forEach(
        (task, edges) -> {
          List<String> from = edges.stream().map(Edge::from).toList();
          if (isPlain(edges) && from.size() == 1) {
            Arrow fan = fans.get(from.getFirst());
            if (fan == null) {
              fan = new Arrow(from, new ArrayList<>());
              fans.put(from.getFirst(), fan);
              arrows.add(fan);
            }
            fan.to().add(task);
          } else if (isPlain(edges)) {
            arrows.add(new Arrow(from, List.of(task)));
          }
        });
    return arrows;
  }

  /** Arrows after each other where one begins with just what another ends with. */
  private static List<List<Arrow>> chains(List<Arrow> arrows) {
    Map<List<String>, List<Arrow>> byStart = new LinkedHashMap<>();
    arrows.forEach(
        arrow -> byStart.computeIfAbsent(arrow.from(), _ -> new ArrayList<>()).add(arrow));
    Set<List<String>> ends = new HashSet<>();
    arrows.forEach(arrow -> ends.add(List.copyOf(arrow.to())));
    Set<Arrow> used = new HashSet<>();
    List<List<Arrow>> chains = new ArrayList<>();
    for (boolean first : List.of(true, false)) {
      for (Arrow start : arrows) {
        if (!used.contains(start) && (!first || !ends.contains(start.from()))) {
          chains.add(chain(start, byStart, used));
        }
      }
    }
    return chains;
  }

  private static List<Arrow> chain(
      Arrow start, Map<List<String>, List<Arrow>> byStart, Set<Arrow> used) {
    List<Arrow> chain = new ArrayList<>();
    Optional<Arrow> next = Optional.of(start);
    while (next.isPresent()) {
      used.add(next.get());
      chain.add(next.get());
      next =
          byStart.getOrDefault(List.copyOf(next.get().to()), List.of()).stream()
              .filter(arrow -> !used.contains(arrow))
              .findFirst();
    }
    return chain;
  }

  private static List<PyStatement> written(List<Arrow> chain, UnaryOperator<String> variable) {
    List<PyStatement> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (Arrow arrow : chain) {
      String to = " >> " + names(arrow.to(), variable);
      if (line.isEmpty() || line.length() + to.length() > WIDTH) {
        if (!line.isEmpty()) {
          lines.addAll(split(line.toString()));
        }
        line.setLength(0);
        line.append(names(arrow.from(), variable));
      }
      line.append(to);
    }
    lines.addAll(split(line.toString()));
    return lines;
  }

  /** A line with a list that is too long has one task a line in it. */
  private static List<PyStatement> split(String line) {
    int open = line.lastIndexOf('[');
    int close = line.lastIndexOf(']');
    if (line.length() <= WIDTH || open < 0) {
      return List.of(PyStatement.line(line));
    }
    List<PyStatement> lines = new ArrayList<>();
    lines.add(PyStatement.line(line.substring(0, open + 1)));
    for (String name : line.substring(open + 1, close).split(", ", -1)) {
      lines.add(PyStatement.line("    " + name + ","));
    }
    lines.add(PyStatement.line(line.substring(close)));
    return lines;
  }

  private static String names(List<String> tasks, UnaryOperator<String> variable) {
    List<String> names = tasks.stream().map(variable).toList();
    return names.size() == 1 ? names.getFirst() : "[" + String.join(", ", names) + "]";
  }

  private static PyStatement line(Edge edge, UnaryOperator<String> variable, String task) {
    String from = variable.apply(edge.from());
    List<String> results = edge.results();
    if (results.isEmpty()) {
      return PyStatement.line(from + " >> " + task);
    }
    String method = METHODS.get(results.getFirst());
    if (results.size() == 1 && method != null) {
      return PyStatement.line(from + "." + method + "(" + task + ")");
    }
    List<String> words = results.stream().map(r -> "TaskResult." + RESULTS.get(r)).toList();
    String on = words.size() == 1 ? words.getFirst() : "[" + String.join(", ", words) + "]";
    return new PyStatement.Line(from + ".next(" + task + ", on=" + on + ")", List.of("TaskResult"));
  }
}

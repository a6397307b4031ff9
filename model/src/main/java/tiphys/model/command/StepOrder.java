// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tiphys.model.expression.Depends;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.yaml.YamlPlace;

/** The order of tasks that wait for each other, as groups of steps that run one after the other. */
final class StepOrder {
  private final List<YamlPlace> tasks;
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<List<String>> waits = new ArrayList<>();

  private StepOrder(List<YamlPlace> tasks) {
    this.tasks = tasks;
  }

  /** Positions of the tasks, group by group. Refused where a task waits for more than an end. */
  static Outcome<List<List<Integer>>> of(List<YamlPlace> tasks) {
    return new StepOrder(tasks).order();
  }

  private Outcome<List<List<Integer>>> order() {
    for (int i = 0; i < tasks.size(); i++) {
      int position = i;
      Fragment.name(tasks.get(i)).ifPresent(name -> positions.putIfAbsent(name, position));
    }
    for (YamlPlace task : tasks) {
      Optional<String> depends = task.get("depends").flatMap(YamlPlace::text);
      List<String> names = new ArrayList<>();
      if (depends.isPresent() && !depends.get().isEmpty()) {
        Optional<Depends> read = Depends.parse(depends.get()).result();
        if (read.isEmpty() || !isPlain(read.get(), names)) {
          return Outcome.refused(ProblemCode.PASTE_NO_STEPS, depends.get());
        }
      }
      task.get("dependencies")
          .ifPresent(list -> list.items().forEach(item -> item.text().ifPresent(names::add)));
      waits.add(names);
    }
    int[] levels = new int[tasks.size()];
    boolean isSettled = false;
    for (int round = 0; !isSettled && round <= tasks.size(); round++) {
      isSettled = true;
      for (int i = 0; i < tasks.size(); i++) {
        int level = level(i, levels);
        isSettled &= level == levels[i];
        levels[i] = level;
      }
    }
    if (!isSettled) {
      return Outcome.refused(ProblemCode.CYCLE, String.join(", ", positions.keySet()));
    }
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      groups.computeIfAbsent(levels[i], _ -> new ArrayList<>()).add(i);
    }
    return Outcome.done(List.copyOf(groups.values()));
  }

  private int level(int task, int[] levels) {
    int level = 0;
    for (String name : waits.get(task)) {
      int before = positions.getOrDefault(name, -1);
      level = before < 0 ? level : Math.max(level, levels[before] + 1);
    }
    return level;
  }

  private static boolean isPlain(Depends tree, List<String> names) {
    return switch (tree) {
      case Depends.Task task -> {
        names.add(task.name().value());
        yield task.result().isEmpty();
      }
      case Depends.And(Depends left, Depends right) ->
          isPlain(left, names) && isPlain(right, names);
      case Depends.Or _, Depends.Not _ -> false;
    };
  }
}

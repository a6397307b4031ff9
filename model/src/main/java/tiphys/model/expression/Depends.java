// SPDX-License-Identifier: Apache-2.0
package tiphys.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tiphys.model.problem.Outcome;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.TaskName;

/**
 * A {@code depends} expression as a tree. Argo finds the names with a regular expression
 * (ancestry.go) and hands the rest to expr-lang; this reads the grammar that both agree on: names,
 * {@code name.Result}, {@code ! && || ( )}.
 */
public sealed interface Depends {
  /**
   * One task.
   *
   * @param result what is asked of it; empty for the default: succeeded, skipped or daemoned
   * @param range of the name and its result in the expression
   */
  record Task(TaskName name, Optional<TaskResult> result, TextRange range) implements Depends {}

  record Not(Depends operand) implements Depends {}

  record And(Depends left, Depends right) implements Depends {}

  record Or(Depends left, Depends right) implements Depends {}

  /**
   * Reads an expression. A refusal carries the place within the text and one of the {@code
   * DEPENDS_…} codes.
   */
  static Outcome<Depends> parse(String text) {
    return new DependsParser(text).parse();
  }

  /** What asks a task for any of some results, in Argo's order; for none, the task by itself. */
  static Depends of(TaskName task, Set<TaskResult> results) {
    return new TreeSet<>(results)
        .stream()
            .map(result -> asking(task, Optional.of(result)))
            .reduce(Or::new)
            .orElseGet(() -> asking(task, Optional.empty()));
  }

  private static Depends asking(TaskName task, Optional<TaskResult> result) {
    return new Task(task, result, TextRange.at(0));
  }

  /**
   * The part of an expression that is about one task alone, with the brackets and the negation
   * around it; empty where the task is not named, or is named in several parts with others between.
   */
  static Optional<TextRange> part(String text, TaskName task) {
    return parse(text)
        .result()
        .map(tree -> tree.parts(task))
        .filter(parts -> parts.size() == 1)
        .map(parts -> widened(text, parts.getFirst()));
  }

  /** The largest parts in which only the task stands. */
  private List<TextRange> parts(TaskName task) {
    List<Task> all = tasks();
    if (all.stream().allMatch(found -> found.name().equals(task))) {
      return List.of(new TextRange(all.getFirst().range().start(), all.getLast().range().end()));
    }
    List<TextRange> parts = new ArrayList<>();
    switch (this) {
      case Task _ -> {}
      case Not(Depends operand) -> parts.addAll(operand.parts(task));
      case And(Depends left, Depends right) -> {
        parts.addAll(left.parts(task));
        parts.addAll(right.parts(task));
      }
      case Or(Depends left, Depends right) -> {
        parts.addAll(left.parts(task));
        parts.addAll(right.parts(task));
      }
    }
    return parts;
  }

  private static TextRange widened(String text, TextRange part) {
    int start = part.start();
    int end = part.end();
    while (true) {
      int left = text.substring(0, start).stripTrailing().length();
      int right = text.length() - text.substring(end).stripLeading().length();
      char before = left > 0 ? text.charAt(left - 1) : ' ';
      char after = right < text.length() ? text.charAt(right) : ' ';
      if (before == '(' && after == ')') {
        start = left - 1;
        end = right + 1;
      } else if (before == '!') {
        start = left - 1;
      } else {
        return new TextRange(start, end);
      }
    }
  }

  /** Whether it holds; the predicate answers for one task, its result empty for the default. */
  default boolean evaluate(BiPredicate<TaskName, Optional<TaskResult>> holds) {
    return switch (this) {
      case Task(TaskName name, Optional<TaskResult> result, TextRange _) ->
          holds.test(name, result);
      case Not(Depends operand) -> !operand.evaluate(holds);
      case And(Depends left, Depends right) -> left.evaluate(holds) && right.evaluate(holds);
      case Or(Depends left, Depends right) -> left.evaluate(holds) || right.evaluate(holds);
    };
  }

  /** All tasks that are named, in order of place, repeated ones too. */
  default List<Task> tasks() {
    List<Task> found = new ArrayList<>();
    collect(found);
    return found;
  }

  private void collect(List<Task> found) {
    switch (this) {
      case Task task -> found.add(task);
      case Not(Depends operand) -> operand.collect(found);
      case And(Depends left, Depends right) -> {
        left.collect(found);
        right.collect(found);
      }
      case Or(Depends left, Depends right) -> {
        left.collect(found);
        right.collect(found);
      }
    }
  }

  /** The rest without some tasks; empty if nothing is left. The negation of nothing is nothing. */
  default Optional<Depends> without(Predicate<TaskName> gone) {
    return switch (this) {
      case Task task -> gone.test(task.name()) ? Optional.empty() : Optional.of(this);
      case Not(Depends operand) -> operand.without(gone).map(Not::new);
      case And(Depends left, Depends right) -> joined(left, right, gone, And::new);
      case Or(Depends left, Depends right) -> joined(left, right, gone, Or::new);
    };
  }

  private static Optional<Depends> joined(
      Depends left,
      Depends right,
      Predicate<TaskName> gone,
      java.util.function.BinaryOperator<Depends> join) {
    Optional<Depends> first = left.without(gone);
    Optional<Depends> second = right.without(gone);
    if (first.isPresent() && second.isPresent()) {
      return Optional.of(join.apply(first.get(), second.get()));
    }
    return first.or(() -> second);
  }

  /** The expression as people write it, with no more brackets than it needs. */
  default String print() {
    return switch (this) {
      case Task(TaskName name, Optional<TaskResult> result, TextRange _) ->
          name.value() + result.map(r -> "." + r.argoName()).orElse("");
      case Not(Depends operand) ->
          "!" + (operand instanceof Task ? operand.print() : bracketed(operand));
      case And(Depends left, Depends right) -> andOperand(left) + " && " + andOperand(right);
      case Or(Depends left, Depends right) -> left.print() + " || " + right.print();
    };
  }

  private static String andOperand(Depends operand) {
    return operand instanceof Or ? bracketed(operand) : operand.print();
  }

  private static String bracketed(Depends operand) {
    return "(" + operand.print() + ")";
  }
}

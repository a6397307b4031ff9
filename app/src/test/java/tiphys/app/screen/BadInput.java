// SPDX-License-Identifier: Apache-2.0
package tiphys.app.screen;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that nobody thinks of: too large, too wide, in other letters, in a circle. */
public enum BadInput {
  FIFTY_THOUSAND_TASKS(50_000, () -> layers(50_000)),
  FAN_OUT_OF_TEN_THOUSAND(10_001, BadInput::fanOut),
  TEN_THOUSAND_ITEMS(
      1,
      () ->
          "          - name: each\n            template: echo\n            withItems: ["
              + numbers(10_000, i -> "item-" + i, ", ")
              + "]\n"),
  NAME_OF_TEN_THOUSAND_LETTERS(
      2, () -> task("n".repeat(10_000), "") + task("next", "n".repeat(10_000))),
  RIGHT_TO_LEFT(2, () -> task("تحضير-البيانات", "") + task("הכשרה", "تحضير-البيانات")),
  CHINESE_JAPANESE_KOREAN(3, () -> task("数据准备", "") + task("学習する", "数据准备") + task("훈련", "学習する")),
  EMOJI(2, () -> task("🚀-launch", "") + task("👩‍👩‍👧‍👦", "🚀-launch")),
  CYCLE(3, () -> task("first", "third") + task("second", "first") + task("third", "second")),
  RECURSIVE_TEMPLATE(
      2,
      () ->
          task("first", "") + "          - {name: again, template: main, dependencies: [first]}\n"),
  EXPRESSION_OVER_TWO_HUNDRED(
      201,
      () ->
          numbers(200, i -> task("t" + i, ""), "")
              + "          - name: last\n            template: echo\n            depends: \""
              + numbers(
                  100, i -> "(t" + 2 * i + ".Succeeded || t" + (2 * i + 1) + ".Failed)", " && ")
              + "\"\n");

  private static final String HEAD =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: bad-}
      spec:
        entrypoint: main
        templates:
          - name: echo
            container: {image: "alpine:3.23"}
          - name: main
            dag:
              tasks:
      """;

  private final int count;
  private final Supplier<String> tasks;

  BadInput(int count, Supplier<String> tasks) {
    this.count = count;
    this.tasks = tasks;
  }

  /** How many tasks it has. */
  public int tasks() {
    return count;
  }

  public String text() {
    return HEAD + tasks.get();
  }

  private static String task(String name, String after) {
    return "          - name: \""
        + name
        + "\"\n            template: echo\n"
        + (after.isEmpty() ? "" : "            dependencies: [\"" + after + "\"]\n");
  }

  /** Layers of a hundred tasks, each of which waits for two of the layer above. */
  private static String layers(int tasks) {
    StringBuilder text = new StringBuilder(tasks * 80);
    for (int i = 0; i < tasks; i++) {
      text.append("          - name: task-").append(i).append("\n            template: echo\n");
      if (i >= 100) {
        int above = i - i % 100 - 100;
        text.append("            depends: task-").append(i - 100);
        text.append(" || task-").append(above + (i * 7 + 3) % 100).append('\n');
      }
    }
    return text.toString();
  }

  private static String fanOut() {
    StringBuilder text = new StringBuilder(task("first", ""));
    for (int i = 0; i < 10_000; i++) {
      text.append(task("wide-" + i, "first"));
    }
    return text.toString();
  }

  private static String numbers(
      int count, java.util.function.IntFunction<String> one, String between) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(between));
  }
}

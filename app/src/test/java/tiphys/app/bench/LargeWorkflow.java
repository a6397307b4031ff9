// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tiphys.model.text.SourceText;

/** The workflow that everything is measured with. */
final class LargeWorkflow {
  /** So many tasks stand beside each other. */
  private static final int LAYER = 100;

  private static final String HEAD =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: large-}
      spec:
        entrypoint: main
        templates:
          - name: echo
            container: {image: "alpine:3.23"}
          - name: main
            dag:
              tasks:
      """;

  private LargeWorkflow() {}

  /** How many tasks a benchmark is asked for; 10,000 where it is not said. */
  static int tasks(String... arguments) {
    return arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
  }

  /** Layers of a hundred tasks, each of which waits for two of the layer above. */
  static SourceText of(int tasks) {
    return of(tasks, false);
  }

  /** The same, where every tenth waits for one far above as well. */
  static SourceText withLongEdges(int tasks) {
    return of(tasks, true);
  }

  private static SourceText of(int tasks, boolean hasLongEdges) {
    StringBuilder text = new StringBuilder(HEAD.length() + tasks * 80).append(HEAD);
    for (int i = 0; i < tasks; i++) {
      text.append("          - name: task-").append(i).append("\n            template: echo\n");
      if (i >= LAYER) {
        text.append(
            dependencies(i)
                .mapToObj(task -> "task-" + task)
                .collect(Collectors.joining(" && ", "            depends: ", "")));
        if (hasLongEdges && i % 10 == 0 && i >= 7 * LAYER) {
          text.append(" && task-").append(i - 7 * LAYER + 3);
        }
        text.append('\n');
      }
    }
    return SourceText.of(text.toString());
  }

  /** Which tasks one of them waits for. */
  static IntStream dependencies(int task) {
    int one = task - LAYER;
    return one < 0
        ? IntStream.empty()
        : IntStream.of(one, one - one % LAYER + (task * 7 + 3) % LAYER).distinct();
  }

  /** Which layer a task stands in. */
  static int layer(int task) {
    return task / LAYER;
  }
}

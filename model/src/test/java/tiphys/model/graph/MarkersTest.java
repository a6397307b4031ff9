// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Marker;
import tiphys.model.workflow.Marker.Saying;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

class MarkersTest {
  @Test
  void aLoopOverItemsSaysHowManyAndTheFirst() {
    assertTask("withItems: [a, b, {x: 1}]", says(Saying.LOOP_ITEMS, "3", "a, b, {…}"));
    assertTask("withItems: [1, 2, 3, 4, 5, 6]", says(Saying.LOOP_ITEMS, "6", "1, 2, 3, 4, 5, …"));
    assertTask("withItems: []");
  }

  @Test
  void aLoopOverAListSaysItsExpression() {
    assertTask(
        "withParam: '{{tasks.x.outputs.result}}'",
        says(Saying.LOOP_PARAM, "{{tasks.x.outputs.result}}"));
  }

  @Test
  void aSequenceSaysItsCountOrItsEnds() {
    assertTask("withSequence: {count: 4}", says(Saying.LOOP_COUNT, "4"));
    assertTask("withSequence: {end: \"9\"}", says(Saying.LOOP_RANGE, "0", "9"));
    assertTask("withSequence: {start: 3, end: 1}", says(Saying.LOOP_RANGE, "3", "1"));
  }

  @Test
  void aConditionSaysItself() {
    assertTask("when: '{{x}} == heads'", says(Saying.CONDITION, "{{x}} == heads"));
  }

  @Test
  void continueOnSaysForWhat() {
    assertTask("continueOn: {failed: true}", says(Saying.CONTINUE_ON_FAILED));
    assertTask("continueOn: {error: true}", says(Saying.CONTINUE_ON_ERROR));
    assertTask("continueOn: {failed: true, error: true}", says(Saying.CONTINUE_ON_BOTH));
    assertTask("continueOn: {failed: false}", says(Saying.CONTINUE_ON_NOTHING));
  }

  @Test
  void hooksAndExitHandlersSayWhatTheyRun() {
    assertTask("onExit: clean", says(Saying.EXIT_HANDLER, "clean"));
    assertTask(
        "hooks: {exit: {templateRef: {name: lib, template: bye}}}",
        says(Saying.EXIT_HANDLER, "lib/bye"));
    assertTask(
        "hooks: {running: {template: tell, expression: tasks.t.status == \"Running\"}}",
        says(Saying.HOOK, "running", "tell", "tasks.t.status == \"Running\""));
  }

  @Test
  void aRetrySaysHowOftenHowLongItWaitsAndForWhat() {
    assertTemplate("retryStrategy: {limit: 3}", says(Saying.RETRY_LIMIT, "3"));
    assertTemplate("retryStrategy: {limit: \"3\"}", says(Saying.RETRY_LIMIT, "3"));
    assertTemplate("retryStrategy: {}", says(Saying.RETRY_WITHOUT_LIMIT));
    assertTemplate(
        "retryStrategy: {limit: 2, retryPolicy: Always, expression: e,"
            + " backoff: {duration: 5s, factor: 2, maxDuration: 1m}}",
        says(Saying.RETRY_LIMIT, "2"),
        says(Saying.RETRY_BACKOFF, "5s", "2", "1m"),
        says(Saying.RETRY_POLICY, "Always"),
        says(Saying.RETRY_EXPRESSION, "e"));
  }

  @Test
  void memoizeLocksAndDaemonsAreTold() {
    assertTemplate("memoize: {key: k, maxAge: 1h, cache: {}}", says(Saying.MEMOIZE, "k", "1h"));
    assertTemplate(
        "synchronization: {mutexes: [{name: a}, {name: b}]}", says(Saying.LOCK_MUTEX, "a, b"));
    assertTemplate("synchronization: {mutex: {name: old}}", says(Saying.LOCK_MUTEX, "old"));
    assertTemplate(
        "synchronization: {semaphores: [{configMapKeyRef: {name: m, key: k}}]}",
        says(Saying.LOCK_SEMAPHORE, "m/k"));
    assertTemplate("daemon: true", says(Saying.DAEMON));
    assertTemplate("daemon: false");
  }

  @Test
  void containersAroundTheMainOneAreCountedAndNamed() {
    assertTemplate("sidecars: [{name: db}, {name: web}]", says(Saying.SIDECAR, "2", "db, web"));
    assertTemplate("initContainers: [{name: first}]", says(Saying.INIT_CONTAINER, "1", "first"));
  }

  @Test
  void limitsOfTimeAreTold() {
    assertTemplate("timeout: 5m", says(Saying.TIMEOUT, "5m"));
    assertTemplate("pendingTimeout: 1m", says(Saying.TIMEOUT_PENDING, "1m"));
    assertTemplate("activeDeadlineSeconds: 30", says(Saying.TIMEOUT_DEADLINE, "30"));
  }

  @Test
  void anInlineTemplateIsToldWithWhatItDoes() {
    WorkflowFile file =
        read(
            """
            spec:
              entrypoint: main
              templates:
                - name: main
                  dag:
                    tasks:
                      - {name: t, inline: {daemon: true, container: {image: x}}}
            """);

    assertEquals(
        List.of(says(Saying.INLINE), says(Saying.DAEMON)), said(graph(file).nodes().getFirst()));
  }

  @Test
  void theWorkflowsDefaultsCountForTemplatesThatSayNothingElse() {
    WorkflowFile file =
        read(
            """
            spec:
              entrypoint: main
              retryStrategy: {limit: 9}
              templateDefaults: {timeout: 1h, daemon: true}
              templates:
                - name: main
                  steps: [[{name: a, template: own}, {name: b, template: none}]]
                - {name: own, timeout: 2m, container: {image: x}, retryStrategy: {limit: 1}}
                - {name: none, container: {image: x}}
            """);

    assertEquals(
        List.of(
            says(Saying.RETRY_LIMIT, "1"),
            says(Saying.TIMEOUT, "2m"),
            says(Saying.DAEMON),
            says(Saying.DEFAULTS, "daemon")),
        said(graph(file).nodes().getFirst()));
    assertEquals(
        List.of(
            says(Saying.DAEMON),
            says(Saying.TIMEOUT, "1h"),
            says(Saying.RETRY_LIMIT, "9"),
            says(Saying.DEFAULTS, "timeout, daemon")),
        said(graph(file).nodes().getLast()));
  }

  private record Says(Saying saying, List<String> values) {}

  private static Says says(Saying saying, String... values) {
    return new Says(saying, List.of(values));
  }

  private static void assertTask(String field, Says... expected) {
    WorkflowFile file =
        read(
            """
            spec:
              entrypoint: main
              templates:
                - name: main
                  dag:
                    tasks:
                      - name: t
                        template: leaf
                        FIELD
                - {name: leaf, container: {image: x}}
            """
                .replace("FIELD", field));
    assertEquals(List.of(expected), said(graph(file).nodes().getFirst()), field);
  }

  private static void assertTemplate(String field, Says... expected) {
    WorkflowFile file =
        read(
            """
            spec:
              entrypoint: leaf
              templates:
                - name: leaf
                  container: {image: x}
                  FIELD
            """
                .replace("FIELD", field));
    assertEquals(List.of(expected), said(graph(file).nodes().getFirst()), field);
  }

  private static List<Says> said(FlowNode node) {
    return node.markers().stream()
        .map((Marker marker) -> new Says(marker.saying(), marker.values()))
        .toList();
  }

  private static FlowGraph graph(WorkflowFile file) {
    return FlowGraph.of(file, Scopes.first(file, 0));
  }

  private static WorkflowFile read(String text) {
    return WorkflowReader.read(YamlTree.parse(SourceText.of("kind: Workflow\n" + text)));
  }
}

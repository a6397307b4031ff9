// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.workflow.TemplateName;

/** What ran inside a task is told of that task alone, though others run the same template. */
class RunInFramesTest {
  private final Map<String, NodeStatus> nodes = new LinkedHashMap<>();

  @Test
  void two_tasks_that_run_one_template_have_states_of_their_own() {
    add("wf", "DAG", "main", "", NodePhase.RUNNING);
    add("wf.left", "DAG", "inner", "wf", NodePhase.SUCCEEDED);
    add("wf.right", "DAG", "inner", "wf", NodePhase.FAILED);
    add("wf.left.job", "Pod", "job", "wf.left", NodePhase.SUCCEEDED);
    add("wf.right.job", "Pod", "job", "wf.right", NodePhase.FAILED);

    assertEquals(NodePhase.SUCCEEDED, phase("job", "left"));
    assertEquals(NodePhase.FAILED, phase("job", "right"));
  }

  @Test
  void the_items_of_a_fan_out_are_counted_inside_its_frame() {
    add("wf", "DAG", "main", "", NodePhase.RUNNING);
    for (int i = 0; i < 3; i++) {
      String item = "wf.each(" + i + ":x)";
      add(item, "Steps", "inner", "wf", NodePhase.RUNNING);
      add(item + "[0].job", "Pod", "job", item, i == 0 ? NodePhase.FAILED : NodePhase.SUCCEEDED);
    }

    TaskState job = state(overlay(), "main", "job", "each");

    assertEquals(3, job.total());
    assertEquals(2, job.succeeded());
    assertEquals(1, job.failed());
  }

  @Test
  void a_page_of_a_fan_out_has_its_nodes_in_the_order_of_their_items() {
    add("wf", "DAG", "main", "", NodePhase.RUNNING);
    for (int i = 29; i >= 0; i--) {
      add(
          "wf.each(" + i + ":v)",
          "Pod",
          "job",
          "wf",
          i == 27 ? NodePhase.ERROR : NodePhase.PENDING);
    }
    RunOverlay overlay = overlay();
    TaskState each = state(overlay, "main", "each");

    StackPage failed = StackPage.of(each, overlay, StackView.atFailure(each, overlay));
    StackPage far = StackPage.of(each, overlay, new StackView(9, Optional.of(NodePhase.PENDING)));

    assertEquals(
        List.of("#24", "#25", "#26", "#27", "#28", "#29"),
        failed.cards().stream().map(StackPage.Card::subtitle).toList());
    assertEquals(25, failed.first());
    assertEquals(30, failed.last());
    assertEquals(29, far.matching());
    assertEquals(1, far.view().page(), "the last that there is");
  }

  @Test
  void each_round_of_a_template_that_runs_itself_has_its_own() {
    add("wf", "DAG", "loop", "", NodePhase.RUNNING);
    add("wf.work", "Pod", "job", "wf", NodePhase.SUCCEEDED);
    add("wf.next", "DAG", "loop", "wf", NodePhase.RUNNING);
    add("wf.next.work", "Pod", "job", "wf.next", NodePhase.FAILED);
    add("wf.next.next", "DAG", "loop", "wf.next", NodePhase.RUNNING);
    add("wf.next.next.work", "Pod", "job", "wf.next.next", NodePhase.RUNNING);

    RunOverlay overlay = overlay();

    assertEquals(NodePhase.FAILED, phase(overlay, "loop", "work", "next"));
    assertEquals(NodePhase.RUNNING, phase(overlay, "loop", "work", "next", "next"));
    assertEquals(Map.of(), overlay.states(scope("loop"), way("next", "next", "next")));
  }

  private NodePhase phase(String task, String... way) {
    return phase(overlay(), "main", task, way);
  }

  private static NodePhase phase(RunOverlay overlay, String from, String task, String... way) {
    return state(overlay, from, task, way).phase().orElseThrow();
  }

  private static TaskState state(RunOverlay overlay, String from, String task, String... way) {
    return Optional.ofNullable(overlay.states(scope(from), way(way)).get(new NodeId(task)))
        .orElseThrow();
  }

  private static Scope scope(String template) {
    return new Scope(0, new TemplateName(template));
  }

  private static List<NodeId> way(String... names) {
    return Stream.of(names).map(NodeId::new).toList();
  }

  private RunOverlay overlay() {
    return RunOverlay.of(
        new RunSnapshot(
            "wf", Optional.empty(), "", Optional.empty(), Optional.empty(), Map.copyOf(nodes)));
  }

  private void add(String name, String type, String template, String boundary, NodePhase phase) {
    nodes.put(
        name,
        new NodeStatus(
            name,
            name,
            name,
            type,
            template,
            phase,
            boundary,
            "",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            NodeStatus.Values.NONE,
            NodeStatus.Values.NONE,
            false,
            false));
  }
}

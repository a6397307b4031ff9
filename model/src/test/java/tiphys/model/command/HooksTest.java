// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Marker;
import tiphys.model.workflow.TemplateName;

final class HooksTest {
  private static final Scope MAIN = new Scope(0, new TemplateName("main"));
  private static final Optional<NodeId> A = Optional.of(new NodeId("A"));
  private static final Optional<TemplateName> ECHO = Optional.of(new TemplateName("echo"));

  private static final Edited BLOCK =
      new Edited(
          """
          kind: Workflow
          spec:
            entrypoint: main
            templates:
            - name: main
              dag:
                tasks:
                - name: A   # first
                  template: echo
                - name: B
                  onExit: echo
                  template: echo
            - name: echo
              container: {image: busybox}
            - name: other
              suspend: {}
          """);

  private static final Edited FLOW =
      new Edited(
          """
          kind: Workflow
          spec:
            entrypoint: main
            templates:
            - {name: main, dag: {tasks: [{name: A, template: echo}, {name: B, template: echo}]}}
            - {name: echo, container: {image: busybox}}
            - {name: other, suspend: {}}
          """);

  private static SetHook hook(String name, Optional<TemplateName> template, String when) {
    return new SetHook(MAIN, A, name, template, when);
  }

  @Test
  void aHookIsAddedChangedAndTakenAwayAgainInBlockStyle() {
    Edited added = BLOCK.after(hook("exit", ECHO, ""));
    assertEquals(
        BLOCK
            .text()
            .replace(
                "first\n        template: echo\n",
                "first\n        template: echo\n        hooks:\n          exit:\n"
                    + "            template: echo\n"),
        added.text());
    Edited changed = added.after(hook("exit", Optional.of(new TemplateName("other")), ""));
    assertTrue(changed.text().contains("exit:\n            template: other\n"));
    Edited two = changed.after(hook("late", ECHO, "tasks.A.status == \"Failed\""));
    assertEquals(2, node(two, "A").hooks().size());
    assertEquals(changed.text(), two.after(hook("late", Optional.empty(), "")).text());
    assertEquals(BLOCK.text(), changed.after(hook("exit", Optional.empty(), "")).text());
  }

  @Test
  void aHookIsAddedChangedAndTakenAwayAgainInFlowStyle() {
    Edited added = FLOW.after(hook("late", ECHO, "tasks.A.status == \"Failed\""));
    assertTrue(
        added
            .text()
            .contains("{name: A, template: echo, hooks: {late: {template: echo, expression:"),
        added.text());
    Edited changed = added.after(hook("late", ECHO, "true"));
    assertEquals("true", node(changed, "A").hooks().getFirst().expression());
    assertEquals(FLOW.text(), changed.after(hook("late", Optional.empty(), "")).text());
  }

  @Test
  void theOlderWayToWriteTheEndStaysWhereItStands() {
    SetHook other =
        new SetHook(
            MAIN, Optional.of(new NodeId("B")), "exit", Optional.of(new TemplateName("other")), "");
    assertEquals(BLOCK.text().replace("onExit: echo", "onExit: other"), BLOCK.after(other).text());
  }

  @Test
  void theWorkflowHasHooksOfItsOwnThatAreDrawnWhereItBegins() {
    Edited ended =
        BLOCK
            .after(new SetHook(MAIN, Optional.empty(), "exit", ECHO, ""))
            .after(
                new SetHook(
                    MAIN, Optional.empty(), "failed", ECHO, "workflow.status == \"Failed\""));
    assertTrue(ended.text().contains("  onExit: echo\n"), ended.text());
    List<FlowHook> ends = graph(ended, "main").hooks();
    assertEquals(List.of("exit", "failed"), ends.stream().map(FlowHook::name).toList());
    assertEquals(ECHO, ends.getFirst().opens());
    assertEquals(List.of(), graph(ended, "echo").hooks());
    Edited without =
        ended.after(new SetHook(MAIN, Optional.empty(), "failed", Optional.empty(), ""));
    assertEquals(
        BLOCK.text(),
        without.after(new SetHook(MAIN, Optional.empty(), "exit", Optional.empty(), "")).text());
  }

  @Test
  void whatCannotBeIsRefused() {
    assertEquals(ProblemCode.HOOK_MISSING, BLOCK.refusal(hook("late", Optional.empty(), "")));
    assertEquals(ProblemCode.HOOK_WITHOUT_EXPRESSION, BLOCK.refusal(hook("late", ECHO, " ")));
    assertEquals(
        ProblemCode.ADDRESS_NO_TEMPLATE,
        BLOCK.refusal(hook("exit", Optional.of(new TemplateName("gone")), "")));
  }

  @Test
  void aCardShowsWhatItTakesFromTheTemplateDefaults() {
    Edited defaults =
        new Edited(
            """
            kind: Workflow
            spec:
              entrypoint: main
              templateDefaults:
                timeout: 30s
                retryStrategy: {limit: 2}
                container: {image: "alpine:3.23"}
              templates:
              - name: main
                dag:
                  tasks:
                  - {name: A, template: echo}
                  - {name: B, template: own}
              - name: echo
                container: {command: [ls]}
              - name: own
                timeout: 5s
                retryStrategy: {limit: 9}
                container: {image: busybox}
            """);
    FlowNode inheriting = node(defaults, "A");
    assertEquals("echo · alpine:3.23", inheriting.subtitle());
    assertEquals(
        "timeout, retryStrategy, container.image",
        inheriting.markers().stream()
            .filter(marker -> marker.behaviour() == Behaviour.DEFAULTS)
            .map(Marker::values)
            .findFirst()
            .orElseThrow()
            .getFirst());
    assertEquals("own · busybox", node(defaults, "B").subtitle());
    assertTrue(
        node(defaults, "B").markers().stream().noneMatch(m -> m.behaviour() == Behaviour.DEFAULTS));
  }

  private static FlowGraph graph(Edited edited, String template) {
    return edited.state().graph(new Scope(0, new TemplateName(template)));
  }

  private static FlowNode node(Edited edited, String task) {
    return graph(edited, "main").node(new NodeId(task)).orElseThrow();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.expression.EvaluationException;
import tiphys.model.run.NodePhase;

/** Brings steps templates forward: group after group, the steps of one side by side. */
final class StepsRun {
  private static final String KIND = "steps";

  private final Scheduler scheduler;
  private final NodeTree tree;
  private final Hooks hooks;
  private final Map<String, List<JsonNode>> stepsOfGroup = new HashMap<>();

  StepsRun(Scheduler scheduler, NodeTree tree) {
    this.scheduler = scheduler;
    this.tree = tree;
    this.hooks = new Hooks(scheduler, tree);
  }

  Node advance(Call call, Prepared ready) {
    Node node = tree.named(call.name()).orElseGet(() -> begin(call, ready));
    JsonNode groups = ready.template().path("steps");
    Scope scope = siblings(node, groups).within(ready.scope());
    Optional<Node> before = Optional.empty();
    for (int i = 0; i < groups.size(); i++) {
      Node group = group(node, i, before);
      if (!group.phase().isFinished()) {
        advanceGroup(group, node, groups.get(i), ready, scope);
      }
      if (!group.phase().isFinished()) {
        return node;
      }
      if (group.isFailed()) {
        node.setOutbound(outboundIds(group));
        scheduler.fail(node, group.phase(), group.message());
        return node;
      }
      before = Optional.of(group);
    }
    before.ifPresent(last -> node.setOutbound(outboundIds(last)));
    scheduler.finish(node, ready, scope);
    return node;
  }

  private Node begin(Call call, Prepared ready) {
    Node node = tree.begin(NodeStart.of(call, NodeType.STEPS, NodePhase.RUNNING));
    node.setInputs(Scheduler.inputs(ready));
    scheduler.limitWithin(node, ready.template());
    return node;
  }

  private List<String> outboundIds(Node group) {
    return tree.outbound(group).stream().map(Node::id).toList();
  }

  private Node group(Node node, int index, Optional<Node> before) {
    String suffix = "[" + index + "]";
    String name = node.name() + suffix;
    Optional<Node> existing = tree.named(name);
    if (existing.isPresent()) {
      return existing.get();
    }
    Node group =
        tree.begin(
            new NodeStart(
                name, suffix, NodeType.STEP_GROUP, "", node.id(), false, false, NodePhase.RUNNING));
    List<Node> parents = before.isPresent() ? tree.outbound(before.get()) : List.of(node);
    parents.forEach(parent -> tree.link(parent, group));
    return group;
  }

  private void advanceGroup(Node group, Node node, JsonNode declared, Prepared ready, Scope scope) {
    List<JsonNode> steps;
    try {
      steps = steps(group, node, declared, ready, scope);
    } catch (EvaluationException e) {
      tree.setPhase(group, NodePhase.ERROR, e.reason());
      return;
    }
    Map<Node, JsonNode> children = new LinkedHashMap<>();
    for (JsonNode step : steps) {
      Optional<Node> child = child(group, node, step, ready);
      child.ifPresent(there -> tree.link(group, there));
      child.ifPresent(there -> children.put(there, step));
    }
    boolean isComplete = children.size() == steps.size();
    for (Map.Entry<Node, JsonNode> entry : children.entrySet()) {
      Hooks.Owner owner = new Hooks.Owner(entry.getKey(), entry.getValue(), KIND, ready.source());
      isComplete &= hooks.advance(owner, scope) && entry.getKey().isFulfilled();
    }
    if (isComplete) {
      conclude(group, children);
    }
  }

  private Optional<Node> child(Node group, Node node, JsonNode step, Prepared ready) {
    String name = step.path("name").asText("");
    Call call = Call.of(group.name() + "." + name, name, step, KIND, node.id(), ready.source());
    if (tree.named(call.name()).isEmpty()) {
      Optional<Node> leftOut = scheduler.leftOut(call);
      if (leftOut.isPresent()) {
        return leftOut;
      }
    }
    return scheduler.execute(call);
  }

  private void conclude(Node group, Map<Node, JsonNode> children) {
    for (Map.Entry<Node, JsonNode> entry : children.entrySet()) {
      Node child = entry.getKey();
      if (child.isFailed() && !Scheduler.continuesOn(entry.getValue(), child.phase())) {
        tree.setPhase(group, NodePhase.FAILED, "child '" + child.id() + "' failed");
        return;
      }
    }
    tree.setPhase(group, NodePhase.SUCCEEDED, "");
  }

  /** The steps of a group with everything replaced, worked out when the group begins. */
  private List<JsonNode> steps(
      Node group, Node node, JsonNode declared, Prepared ready, Scope scope)
      throws EvaluationException {
    List<JsonNode> known = stepsOfGroup.get(group.name());
    if (known != null) {
      return known;
    }
    List<JsonNode> steps = new ArrayList<>();
    for (JsonNode step : inGroup(declared)) {
      List<JsonNode> expanded = scheduler.expanded(step, scope);
      if (expanded.isEmpty()) {
        String name = step.path("name").asText("");
        Call call = Call.of(group.name() + "." + name, name, step, KIND, node.id(), ready.source());
        tree.link(group, scheduler.over(call, NodePhase.SKIPPED, "Skipped, empty params"));
      }
      steps.addAll(expanded);
    }
    stepsOfGroup.put(group.name(), steps);
    return steps;
  }

  private static List<JsonNode> inGroup(JsonNode group) {
    return group.isArray() ? group.valueStream().toList() : List.of(group);
  }

  private Siblings siblings(Node node, JsonNode groups) {
    Map<String, Integer> groupOf = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      for (JsonNode step : inGroup(groups.get(i))) {
        groupOf.putIfAbsent(step.path("name").asText(""), i);
      }
    }
    return new Siblings(
        KIND,
        groupOf.keySet(),
        name -> Optional.ofNullable(groupOf.get(name)).flatMap(i -> sibling(node, i, name)));
  }

  private Optional<Siblings.Sibling> sibling(Node node, int group, String step) {
    String groupName = node.name() + "[" + group + "]";
    Optional<Node> single = tree.named(groupName + "." + step);
    if (single.isPresent()) {
      return Optional.of(new Siblings.Sibling(single.get(), Optional.empty()));
    }
    List<Node> items =
        stepsOfGroup.getOrDefault(groupName, List.of()).stream()
            .map(each -> each.path("name").asText(""))
            .filter(name -> name.startsWith(step + "("))
            .flatMap(name -> tree.named(groupName + "." + name).stream())
            .toList();
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Siblings.Sibling(items.getLast(), Optional.of(items)));
  }
}

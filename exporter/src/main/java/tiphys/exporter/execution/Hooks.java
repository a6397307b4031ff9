// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.expression.EvaluationException;
import tiphys.exporter.expression.Expression;
import tiphys.model.run.NodePhase;

/** Brings the hooks and exit handlers of tasks and steps forward. */
final class Hooks {
  private static final String EXIT = "exit";

  private final Scheduler scheduler;
  private final NodeTree tree;

  Hooks(Scheduler scheduler, NodeTree tree) {
    this.scheduler = scheduler;
    this.tree = tree;
  }

  /**
   * @param caller the task or step that declares them
   * @param kind {@code tasks} or {@code steps}
   */
  record Owner(Node node, JsonNode caller, String kind, TemplateSource source) {
    boolean hasHooks() {
      return caller.path("hooks").isObject() || caller.path("onExit").isTextual();
    }
  }

  /** Whether none of them is under way any more. */
  boolean advance(Owner owner, Scope scope) {
    if (!owner.hasHooks()) {
      return true;
    }
    boolean isAllOver = true;
    for (Map.Entry<String, JsonNode> entry : owner.caller().path("hooks").properties()) {
      isAllOver &= advance(owner, entry.getKey(), entry.getValue(), scope);
    }
    if (owner.caller().path("onExit").isTextual()) {
      ObjectNode hook = JsonNodeFactory.instance.objectNode();
      hook.put("template", owner.caller().path("onExit").textValue());
      isAllOver &= advance(owner, EXIT, hook, scope);
    }
    return isAllOver;
  }

  private boolean advance(Owner owner, String name, JsonNode hook, Scope scope) {
    boolean isExit = name.equals(EXIT);
    String suffix = isExit ? ".onExit" : ".hooks." + name;
    Optional<Node> existing = tree.named(owner.node().name() + suffix);
    if (existing.isPresent() && existing.get().isFulfilled()) {
      return true;
    }
    Call call = call(owner, suffix, hook);
    try {
      if (existing.isEmpty()) {
        if (isExit ? !owner.node().isCompleted() : owner.node().phase() == NodePhase.PENDING) {
          return true;
        }
        if (!holds(hook, scope)) {
          return true;
        }
      }
      JsonNode resolved = Tags.replaced(withoutExpression(hook), scope, Strictness.LENIENT);
      Optional<Node> node = scheduler.execute(call(owner, suffix, withArguments(resolved)));
      node.ifPresent(there -> tree.link(owner.node(), there));
      return node.isPresent() && node.get().isFulfilled();
    } catch (EvaluationException e) {
      tree.link(owner.node(), scheduler.over(call, NodePhase.ERROR, e.reason()));
      return true;
    }
  }

  private static boolean holds(JsonNode hook, Scope scope) throws EvaluationException {
    String expression = hook.path("expression").asText("");
    if (expression.isEmpty()) {
      return true;
    }
    JsonNode value = Expression.parse(expression).evaluate(scope.names(expression));
    return value.asBoolean();
  }

  private static JsonNode withoutExpression(JsonNode hook) {
    ObjectNode copy = hook.deepCopy();
    copy.remove("expression");
    return copy;
  }

  private JsonNode withArguments(JsonNode hook) {
    ObjectNode copy = hook.deepCopy();
    if (!copy.has("arguments") && scheduler.spec().has("arguments")) {
      copy.set("arguments", scheduler.spec().path("arguments").deepCopy());
    }
    return copy;
  }

  private static Call call(Owner owner, String suffix, JsonNode hook) {
    Node node = owner.node();
    return Call.of(
            node.name() + suffix,
            node.displayName() + suffix,
            hook,
            owner.kind(),
            node.boundaryId(),
            owner.source())
        .asHook();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Hook;
import tiphys.model.workflow.TemplateName;

/**
 * What runs at a moment of a task or of the workflow, as it is drawn: hanging at the side.
 *
 * @param name {@code exit} for the end
 * @param runs the template as it is called; {@code resource/template} for one of another resource
 * @param expression when it runs; empty at the end
 * @param opens the template of the same resource
 */
public record FlowHook(String name, String runs, String expression, Optional<TemplateName> opens) {
  private static final String EXIT = "exit";

  /** Whether it runs at the end, whatever became of the rest. */
  public boolean isExit() {
    return name.equals(EXIT);
  }

  static List<FlowHook> of(List<Hook> hooks) {
    if (hooks.isEmpty()) {
      return List.of();
    }
    List<FlowHook> drawn = new ArrayList<>(hooks.size());
    for (Hook hook : hooks) {
      drawn.add(of(hook));
    }
    return List.copyOf(drawn);
  }

  private static FlowHook of(Hook hook) {
    String expression = hook.expression().orElse("");
    return switch (hook.call()) {
      case Call.Local(TemplateName template) ->
          new FlowHook(hook.name(), template.value(), expression, Optional.of(template));
      case Call.Reference(String resource, String template, boolean _) ->
          new FlowHook(hook.name(), resource + "/" + template, expression, Optional.empty());
      case Call.Inline _, Call.None _ ->
          new FlowHook(hook.name(), "", expression, Optional.empty());
    };
  }

  /** At the end of a workflow. */
  static FlowHook exit(TemplateName template) {
    return new FlowHook(EXIT, template.value(), "", Optional.of(template));
  }
}

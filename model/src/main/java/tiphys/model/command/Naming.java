// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeIdsInScope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.WorkflowSpec;

/** Which names may be given. */
final class Naming {
  /** Argo: validate.go, workflowFieldNameFmt. */
  private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]*");

  private static final Pattern VALID_SLOT = Pattern.compile("[-a-zA-Z0-9_]+");

  private static final int LONGEST = 128;

  private Naming() {}

  static boolean isValid(String name) {
    return VALID.matcher(name).matches() && name.length() <= LONGEST;
  }

  /** Of an input or output (Argo: validate.go, paramOrArtifactNameRegex). */
  static boolean isValidSlot(String name) {
    return VALID_SLOT.matcher(name).matches();
  }

  static Optional<Problem> taskTrouble(String name, Template template) {
    if (!isValid(name)) {
      return Optional.of(Problem.refusal(ProblemCode.TASK_NAME_INVALID, name));
    }
    int taken = NodeIdsInScope.of(template).position(new NodeId(name));
    return taken >= 0 && isNamed(Scopes.tasks(template).get(taken), name)
        ? Optional.of(Problem.refusal(ProblemCode.TASK_NAME_TAKEN, name))
        : Optional.empty();
  }

  /** A node without a name of its own goes by a number. */
  private static boolean isNamed(Task task, String name) {
    return task.name().filter(own -> own.value().equals(name)).isPresent();
  }

  static Optional<Problem> templateTrouble(String name, WorkflowSpec spec) {
    if (!isValid(name)) {
      return Optional.of(Problem.refusal(ProblemCode.TEMPLATE_NAME_INVALID, name));
    }
    return templateNames(spec).contains(name)
        ? Optional.of(Problem.refusal(ProblemCode.TEMPLATE_NAME_TAKEN, name))
        : Optional.empty();
  }

  static Set<String> taskNames(Template template) {
    Set<String> names = new HashSet<>();
    for (Task task : Scopes.tasks(template)) {
      task.name().ifPresent(name -> names.add(name.value()));
    }
    return names;
  }

  static Set<String> templateNames(WorkflowSpec spec) {
    Set<String> names = new HashSet<>();
    List<Template> templates = spec.templates();
    templates.forEach(template -> template.name().ifPresent(name -> names.add(name.value())));
    return names;
  }

  /**
   * Old names to names that are free. A new name is none of the old ones, so that renaming all of
   * them at once renames nothing twice.
   */
  static Map<String, String> freed(List<String> names, Set<String> takenHere) {
    Set<String> taken = new HashSet<>(takenHere);
    taken.addAll(names);
    Map<String, String> freed = new LinkedHashMap<>();
    for (String name : names) {
      if (!freed.containsKey(name)) {
        String free = takenHere.contains(name) ? free(name, taken) : name;
        taken.add(free);
        freed.put(name, free);
      }
    }
    return freed;
  }

  /** The wish itself, or with the first number that makes it free. */
  static String free(String wish, Set<String> taken) {
    String name = wish;
    for (int i = 2; taken.contains(name); i++) {
      name = wish + "-" + i;
    }
    return name;
  }
}

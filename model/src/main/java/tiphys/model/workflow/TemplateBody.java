// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.List;
import java.util.Optional;

/** What a template does: exactly one of these (Argo: Template.GetType). */
public sealed interface TemplateBody {
  record Container(Optional<String> image) implements TemplateBody {}

  record Script(Optional<String> image) implements TemplateBody {}

  /** Containers that run in one pod, with dependencies among them. */
  record ContainerSet(List<Task> containers) implements TemplateBody {
    public ContainerSet {
      containers = TaskList.copyOf(containers);
    }
  }

  /** Tasks with dependencies. */
  record Dag(List<Task> tasks, Optional<String> target) implements TemplateBody {
    public Dag {
      tasks = TaskList.copyOf(tasks);
    }
  }

  /** Groups of steps, one after the other; the steps of a group run at once. */
  record Steps(List<List<Task>> groups) implements TemplateBody {
    public Steps {
      groups = groups.stream().map(List::copyOf).toList();
    }
  }

  record Resource(Optional<String> action) implements TemplateBody {}

  record Suspend(Optional<String> duration) implements TemplateBody {}

  record Http(Optional<String> method, Optional<String> url) implements TemplateBody {}

  record Plugin(Optional<String> pluginName) implements TemplateBody {}

  record Data() implements TemplateBody {}

  /** None of the known types, or several of them: kept and shown, never dropped. */
  record Unknown(List<String> typesFound) implements TemplateBody {
    public Unknown {
      typesFound = List.copyOf(typesFound);
    }
  }

  /** Argo's word for the type, for example {@code containerSet}; empty for {@link Unknown}. */
  default String argoName() {
    return switch (this) {
      case Container _ -> "container";
      case Script _ -> "script";
      case ContainerSet _ -> "containerSet";
      case Dag _ -> "dag";
      case Steps _ -> "steps";
      case Resource _ -> "resource";
      case Suspend _ -> "suspend";
      case Http _ -> "http";
      case Plugin _ -> "plugin";
      case Data _ -> "data";
      case Unknown _ -> "";
    };
  }
}

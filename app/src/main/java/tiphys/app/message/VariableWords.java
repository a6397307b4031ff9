// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.util.Locale;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.symbol.Site;
import tiphys.model.symbol.Variable;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.WorkflowFile;

/** How variables, and the places that write and read them, are called. */
public final class VariableWords {
  private final Messages messages;
  private final WorkflowFile file;

  public VariableWords(Messages messages, WorkflowFile file) {
    this.messages = messages;
    this.file = file;
  }

  /** The heading that a variable stands under; those of several resources name theirs. */
  public String heading(Variable variable) {
    String key = variable.group().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String title = messages.text("variables.group-" + key, variable.scope().template().value());
    long argos = file.resources().stream().filter(resource -> resource.spec().isPresent()).count();
    return argos < 2 ? title : messages.text("variables.of", title, resource(variable.scope()));
  }

  private String resource(Scope scope) {
    return Optional.of(scope.resource())
        .filter(number -> number < file.resources().size())
        .map(file.resources()::get)
        .map(Resource::title)
        .orElse("");
  }

  /** The name; that of an item with its task, since each task has items of its own. */
  public String name(Variable variable) {
    return variable
        .owner()
        .map(task -> messages.text("variables.item-of", variable.name(), task.value()))
        .orElse(variable.name());
  }

  /** What is worth a mark: never read, never written, or written by somebody else; else empty. */
  public String mark(Variable variable) {
    if (variable.isNeverWritten()) {
      return messages.text("variables.never-written");
    }
    if (variable.isNeverRead()) {
      return messages.text("variables.never-read");
    }
    if (!variable.writers().isEmpty()) {
      return "";
    }
    return messages.text(
        variable.source() == Variable.Source.ARGO ? "variables.by-argo" : "variables.by-others");
  }

  /** Where a place is: template, task and field. */
  public String place(Site site) {
    String at =
        site.scope().isResource()
            ? messages.text("variables.workflow")
            : site.scope().template().value()
                + site.node().map(NodeId::value).map(task -> "/" + task).orElse("");
    return site.read().isEmpty() ? at : at + " · " + site.field();
  }
}

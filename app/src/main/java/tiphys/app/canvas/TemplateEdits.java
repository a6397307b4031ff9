// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Editor;
import tiphys.model.command.AddSlot;
import tiphys.model.command.CalledTemplate;
import tiphys.model.command.ChangeKind;
import tiphys.model.command.Command;
import tiphys.model.command.DeleteTemplate;
import tiphys.model.command.DuplicateTemplate;
import tiphys.model.command.RemoveSlot;
import tiphys.model.command.RenameSlot;
import tiphys.model.command.RenameTemplate;
import tiphys.model.command.SetEntrypoint;
import tiphys.model.command.SetExitHandler;
import tiphys.model.command.Slot;
import tiphys.model.command.SlotNames;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateName;

/** What is done with the template of the chosen card, or with the one that is shown. */
final class TemplateEdits {
  private final CanvasViewModel model;
  private final Editor editor;

  TemplateEdits(CanvasViewModel model) {
    this.model = model;
    this.editor = model.editor();
  }

  void use(EditTool tool) {
    switch (tool) {
      case DUPLICATE_TEMPLATE -> onTemplate(at -> new DuplicateTemplate(at, Optional.empty()));
      case DELETE_TEMPLATE -> onTemplate(DeleteTemplate::new);
      case SET_ENTRYPOINT -> onTemplate(SetEntrypoint::new);
      case SET_EXIT_HANDLER -> onTemplate(SetExitHandler::new);
      default -> {
        // The other tools work on tasks.
      }
    }
  }

  Optional<Problem> rename(String name) {
    return onTemplate(
        at -> new RenameTemplate(at.resource(), at.template(), new TemplateName(name)));
  }

  /** The template that the one chosen card calls, else the one that is shown. */
  Optional<Scope> template() {
    return editor.scope().map(shown -> called(shown).orElse(shown));
  }

  private Optional<Scope> called(Scope shown) {
    return model
        .selection()
        .single()
        .flatMap(node -> CalledTemplate.of(editor.state().get(), shown, node));
  }

  /** The reason why a template cannot become a kind, the loss of fields among them. */
  Optional<Problem> kindTrouble(NodeKind kind) {
    return template().flatMap(at -> editor.plan(new ChangeKind(at, kind, false)).refusal());
  }

  void changeKind(NodeKind kind) {
    template().ifPresent(at -> editor.apply(new ChangeKind(at, kind, true)));
  }

  /** Names of what the template of the chosen card takes in or gives out. */
  List<String> slots(Slot slot) {
    return template().map(at -> SlotNames.of(editor.state().get(), at, slot)).orElse(List.of());
  }

  Optional<Problem> addSlot(Slot slot, String name) {
    return onTemplate(at -> new AddSlot(at, slot, name, Optional.empty()));
  }

  Optional<Problem> renameSlot(Slot slot, String from, String to) {
    return onTemplate(at -> new RenameSlot(at, slot, from, to));
  }

  void removeSlot(Slot slot, String name) {
    onTemplate(at -> new RemoveSlot(at, slot, name));
  }

  private Optional<Problem> onTemplate(Function<Scope, Command> command) {
    return template()
        .map(command)
        .map(editor::apply)
        .flatMap((Outcome<DiagramState> outcome) -> outcome.refusal());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.app.editor.Editor;
import tiphys.model.command.FragmentText;
import tiphys.model.command.PasteFragment;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;

/** Tasks and templates as text that the clipboard carries, into other files and editors too. */
final class Fragments {
  private final CanvasViewModel model;
  private final Editor editor;

  Fragments(CanvasViewModel model) {
    this.model = model;
    this.editor = model.editor();
  }

  /** Whether there was something, and it was copied. */
  boolean copy(Set<NodeId> nodes) {
    Optional<Scope> scope = editor.scope().filter(_ -> !nodes.isEmpty());
    if (scope.isEmpty()) {
      return false;
    }
    DiagramState now = editor.state().get();
    Outcome<String> items = FragmentText.of(now, scope.get(), nodes);
    Outcome<String> whole = FragmentText.withTemplates(now, scope.get(), nodes);
    items.refusal().or(whole::refusal).ifPresent(editor::refuse);
    if (items.isDone() && whole.isDone()) {
      TaskClipboard.put(items.result().orElse(""), whole.result().orElse(""));
    }
    return items.isDone() && whole.isDone();
  }

  /** What the clipboard holds; templates that nothing calls yet are shown by going inside. */
  void paste(Optional<Point> corner) {
    Scope scope = editor.scope().orElse(new Scope(0, new TemplateName("")));
    List<Scope> before = Scopes.all(editor.state().get().workflow());
    int nodes = editor.state().get().graph(scope).nodes().size();
    SourceText old = editor.state().get().text();
    PasteFragment paste =
        new PasteFragment(scope, TaskClipboard.get().orElse(""), corner.map(model::shut));
    Outcome<DiagramState> pasted = editor.apply(paste);
    if (pasted.isDone() && paste.hasLostComments(old, editor.state().get().text())) {
      editor.refuse(Problem.refusal(ProblemCode.PASTE_WITHOUT_COMMENTS));
    }
    boolean isSeen = editor.state().get().graph(scope).nodes().size() > nodes;
    if (pasted.isDone() && !isSeen) {
      Scopes.all(editor.state().get().workflow()).stream()
          .filter(template -> !before.contains(template))
          .findFirst()
          .ifPresent(editor::open);
    }
  }
}

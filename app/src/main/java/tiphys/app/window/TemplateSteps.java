// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.List;
import tiphys.app.editor.Editor;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.workflow.WorkflowFile;

/** Goes through all templates of a file, and the resources without any, in order of place. */
final class TemplateSteps {
  private TemplateSteps() {}

  /** Around the ends. @param step 1 or -1 */
  static void go(Editor editor, int step) {
    List<Scope> all = all(editor.state().get().workflow());
    if (all.isEmpty()) {
      return;
    }
    int now = editor.scope().map(all::indexOf).orElse(-1);
    int next = now < 0 ? 0 : Math.floorMod(now + step, all.size());
    editor.open(all.get(next));
  }

  private static List<Scope> all(WorkflowFile file) {
    List<Scope> all = new ArrayList<>();
    List<Scope> templates = Scopes.all(file);
    for (int i = 0; i < file.resources().size(); i++) {
      int resource = i;
      if (Scopes.exists(file, Scope.ofResource(i))) {
        all.add(Scope.ofResource(i));
      }
      templates.stream().filter(scope -> scope.resource() == resource).forEach(all::add);
    }
    return all;
  }
}

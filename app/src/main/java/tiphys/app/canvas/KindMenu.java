// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.graph.NodeKind;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Offers the kinds that a template may become; a kind says beforehand what would be lost. */
final class KindMenu {
  private final TemplateEdits edits;
  private final Messages messages;

  KindMenu(TemplateEdits edits, Messages messages) {
    this.edits = edits;
    this.messages = messages;
  }

  ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    menu.getStyleClass().add("kind-menu");
    CreateChoice.KINDS.forEach(kind -> menu.getItems().add(item(kind)));
    return menu;
  }

  private MenuItem item(NodeKind kind) {
    String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String name = messages.text("kind." + key);
    Optional<Problem> trouble = edits.kindTrouble(kind);
    Optional<Problem> loss = trouble.filter(why -> why.code() == ProblemCode.KIND_LOSES);
    MenuItem item =
        new MenuItem(
            loss.map(why -> messages.text("canvas.kind.loses", name, why.arguments().getLast()))
                .orElse(name),
            new GlyphView(key, GlyphView.SMALL));
    item.setId("kind-" + key);
    item.setDisable(trouble.isPresent() && loss.isEmpty());
    item.setOnAction(_ -> edits.changeKind(kind));
    return item;
  }
}

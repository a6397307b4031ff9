// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import tiphys.app.editor.Editor;
import tiphys.app.theme.GlyphView;
import tiphys.model.graph.Scope;

/** A list of places of the file to go to, behind a button of the breadcrumbs. */
final class ScopeMenu {
  /**
   * @param isPale whether it is only kept, not edited
   */
  record Place(String name, Scope scope, boolean isPale) {}

  private final Editor editor;
  private final List<Place> places;
  private final Scope shown;

  ScopeMenu(Editor editor, List<Place> places, Scope shown) {
    this.editor = editor;
    this.places = places;
    this.shown = shown;
  }

  Button button(String title) {
    Button button = Buttons.words(title, () -> {});
    button.setGraphic(new GlyphView("chevron-down", 10));
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.setOnAction(_ -> menu().show(button, Side.BOTTOM, 0, 0));
    return button;
  }

  ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    for (Place place : places) {
      CheckMenuItem item = new CheckMenuItem(place.name());
      item.setMnemonicParsing(false);
      item.setSelected(place.scope().equals(shown));
      if (place.isPale()) {
        item.getStyleClass().add("pale-item");
      }
      item.setOnAction(_ -> editor.open(place.scope()));
      menu.getItems().add(item);
    }
    return menu;
  }
}

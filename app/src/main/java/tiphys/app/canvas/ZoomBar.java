// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import tiphys.app.message.Messages;

/** How large the drawing is shown, and the ways to change it. */
final class ZoomBar extends HBox {
  private final Messages messages;
  private final Button percent;

  ZoomBar(CanvasViewModel model, Messages messages) {
    this.messages = messages;
    getStyleClass().addAll("canvas-float", "zoom-bar");
    setCache(true); // its shadow need not be computed in every frame
    percent = Buttons.words("", () -> model.zoomTo(1));
    percent.getStyleClass().add("zoom-percent");
    getChildren()
        .addAll(
            Buttons.glyph("remove", messages.text("canvas.zoom.out"), model::zoomOut),
            percent,
            Buttons.glyph("add", messages.text("canvas.zoom.in"), model::zoomIn),
            Buttons.glyph("fit", messages.text("canvas.zoom.fit"), model::fit),
            Buttons.glyph("layout", messages.text("canvas.tidy"), model::layOut),
            data(model, messages));
  }

  private static Button data(CanvasViewModel model, Messages messages) {
    Button data =
        Buttons.glyph(
            "data-edges",
            messages.text("canvas.data"),
            () -> model.showsData().set(!model.showsData().get()));
    data.setId("data-edges");
    model
        .showsData()
        .subscribe(shown -> data.pseudoClassStateChanged(PseudoClass.getPseudoClass("on"), shown));
    return data;
  }

  void show(int value) {
    percent.setText(messages.text("canvas.percent", value));
  }
}

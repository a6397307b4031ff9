// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import tiphys.app.message.Messages;

/** How large the drawing is shown, and the ways to change it. */
final class ZoomBar extends HBox {
  private final Messages messages;
  private final Button percent;
  private int shown = -1;

  ZoomBar(CanvasViewModel model, CanvasKeys keys, Messages messages) {
    this.messages = messages;
    getStyleClass().addAll("canvas-float", "zoom-bar");
    setCache(true); // its shadow need not be computed in every frame
    percent = Buttons.words("", () -> model.zoomTo(1));
    percent.getStyleClass().add("zoom-percent");
    percent.setTooltip(
        new Tooltip(
            keys.hinted(messages.text("canvas.zoom.actual"), CanvasKey.ACTUAL_SIZE, messages)));
    getChildren()
        .addAll(
            Buttons.glyph("remove", messages.text("canvas.zoom.out"), model::zoomOut),
            percent,
            Buttons.glyph("add", messages.text("canvas.zoom.in"), model::zoomIn),
            Buttons.glyph(
                "fit",
                keys.hinted(messages.text("canvas.zoom.fit"), CanvasKey.FIT, messages),
                model::fit),
            Buttons.glyph("layout", messages.text("canvas.tidy"), model::layOut),
            data(model, keys, messages));
  }

  private static Button data(CanvasViewModel model, CanvasKeys keys, Messages messages) {
    Button data =
        Buttons.glyph(
            "data-edges",
            keys.hinted(messages.text("canvas.data"), CanvasKey.DATA, messages),
            () -> model.showsData().set(!model.showsData().get()));
    data.setId("data-edges");
    model
        .showsData()
        .subscribe(shown -> data.pseudoClassStateChanged(PseudoClass.getPseudoClass("on"), shown));
    return data;
  }

  void show(int value) {
    if (value == shown) {
      return; // asked in every frame of a pan
    }
    shown = value;
    percent.setText(messages.text("canvas.percent", value));
    percent.setAccessibleText(percent.getText() + ". " + messages.text("canvas.zoom.actual"));
  }
}

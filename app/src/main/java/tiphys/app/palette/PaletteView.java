// SPDX-License-Identifier: Apache-2.0
package tiphys.app.palette;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.model.graph.NodeKind;

/** A slim list of kinds: a click or Enter adds a task, a drag puts it where it is let go. */
public final class PaletteView extends ScrollPane {
  private static final List<NodeKind> KINDS =
      List.of(
          NodeKind.CONTAINER,
          NodeKind.SCRIPT,
          NodeKind.DAG,
          NodeKind.STEPS,
          NodeKind.CONTAINER_SET,
          NodeKind.SUSPEND,
          NodeKind.RESOURCE,
          NodeKind.HTTP,
          NodeKind.DATA,
          NodeKind.PLUGIN);

  /** Without Ctrl and Shift, which make it a key of the window. */
  private static final KeyCodeCombination ENTER = new KeyCodeCombination(KeyCode.ENTER);

  /** Less than this is a click with an unsteady hand. */
  private static final double DRAG_BEGINS = 6;

  private final DropTarget target;
  private final Messages messages;
  private Point2D pressed = Point2D.ZERO;
  private boolean isCarrying;

  public PaletteView(DropTarget target, Messages messages) {
    this.target = target;
    this.messages = messages;
    getStyleClass().add("palette");
    getStylesheets()
        .add(Objects.requireNonNull(PaletteView.class.getResource("palette.css")).toExternalForm());
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setVbarPolicy(ScrollBarPolicy.NEVER);
    VBox list = new VBox();
    list.getStyleClass().add("palette-list");
    KINDS.forEach(kind -> list.getChildren().add(entry(kind)));
    list.getChildren().add(templates());
    setContent(list);
  }

  private Button entry(NodeKind kind) {
    String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String name = messages.text("kind." + key);
    Button entry = button(key, name);
    entry.setId("palette-" + key);
    entry.setTooltip(new Tooltip(messages.text("palette.hint", name)));
    entry.setOnAction(_ -> target.add(kind));
    entry.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    entry.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> drag(event, kind, entry));
    entry.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> release(event, entry));
    entry.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (ENTER.match(event)) {
            entry.fire();
            event.consume();
          }
        });
    return entry;
  }

  private Button templates() {
    Button button = button("more", messages.text("palette.templates"));
    button.setId("palette-templates");
    button.setTooltip(new Tooltip(messages.text("palette.templates-hint")));
    button.setOnAction(_ -> target.offerTemplates());
    return button;
  }

  private static Button button(String glyph, String name) {
    Button button = new Button(name, new GlyphView(glyph, GlyphView.LARGE).styled("kind-" + glyph));
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().add("palette-entry");
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  private void press(MouseEvent event) {
    pressed = new Point2D(event.getSceneX(), event.getSceneY());
    isCarrying = false;
  }

  private void drag(MouseEvent event, NodeKind kind, Button entry) {
    Point2D at = new Point2D(event.getSceneX(), event.getSceneY());
    if (event.getButton() == MouseButton.PRIMARY
        && (isCarrying || pressed.distance(at) > DRAG_BEGINS)) {
      isCarrying = true;
      entry.setCursor(Cursor.CLOSED_HAND);
      target.carry(kind, at);
      event.consume();
    }
  }

  private void release(MouseEvent event, Button entry) {
    if (isCarrying) {
      isCarrying = false;
      entry.setCursor(Cursor.DEFAULT);
      entry.disarm();
      target.drop();
      event.consume();
    }
  }
}

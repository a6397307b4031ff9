// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import tiphys.app.keys.Shortcut;

/** A page of the help, to be read and scrolled. */
final class PageView extends ScrollPane {
  private static final double READABLE_WIDTH = 720;

  private final BlockNodes blockNodes;
  private final VBox text = new VBox();
  private final Map<Node, Region> shown = new LinkedHashMap<>();

  /** Empty at first. @param follow told what a link says that the reader follows */
  PageView(Consumer<String> follow, BlockNodes.Examples examples) {
    this.blockNodes = new BlockNodes(follow, examples);
    getStyleClass().add("help-page");
    text.getStyleClass().add("help-text");
    text.setMaxWidth(READABLE_WIDTH);
    setContent(text);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(true);
    setId("help-page");
  }

  /** Shows a page from its beginning. */
  void show(HelpPage page) {
    shown.clear();
    Label title = new Label(page.title());
    title.getStyleClass().add("help-h1");
    title.setWrapText(true);
    page.blocks().forEach(block -> shown.put(block, blockNodes.of(block)));
    text.getChildren().setAll(title);
    text.getChildren().addAll(shown.values());
    setAccessibleText(page.title());
    setVvalue(0);
  }

  /** Brings a heading to the top; nothing happens where there is none of that name. */
  void scrollTo(String anchor) {
    for (Map.Entry<Node, Region> entry : shown.entrySet()) {
      if (entry.getKey() instanceof Heading heading && HelpPage.anchorOf(heading).equals(anchor)) {
        bringUp(entry.getValue());
        return;
      }
    }
  }

  /** Marks the paragraphs in which one of the words stands, and brings the first to the top. */
  void mark(String words) {
    boolean isFirst = true;
    for (Map.Entry<Node, Region> entry : shown.entrySet()) {
      boolean isFound = !words.isBlank() && Shortcut.hasAll(PlainText.of(entry.getKey()), words);
      entry.getValue().getStyleClass().remove("help-found");
      if (isFound) {
        entry.getValue().getStyleClass().add("help-found");
        if (isFirst) {
          bringUp(entry.getValue());
        }
        isFirst = false;
      }
    }
  }

  private void bringUp(Region block) {
    applyCss();
    layout();
    Bounds place = block.getBoundsInParent();
    double hidden = text.getHeight() - getViewportBounds().getHeight();
    setVvalue(hidden <= 0 ? 0 : Math.min(1, Math.max(0, place.getMinY() - 12) / hidden));
  }
}

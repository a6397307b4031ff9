// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/** Makes what is shown of the blocks of a page: headings, paragraphs, lists, code, notes. */
final class BlockNodes {
  private final InlineNodes inline;

  BlockNodes(Consumer<String> follow) {
    this.inline = new InlineNodes(follow);
  }

  /** Blocks of a sort that pages do not use are shown as their words. */
  Region of(Node block) {
    return switch (block) {
      case Heading heading -> heading(heading);
      case FencedCodeBlock code -> code(code);
      case BlockQuote quote -> column("help-note", quote);
      case BulletList list -> list(list, 0);
      case OrderedList list -> list(list, list.getMarkerStartNumber());
      default -> paragraph(block);
    };
  }

  private static Label heading(Heading heading) {
    Label label = new Label(PlainText.of(heading));
    label.getStyleClass().add("help-h" + heading.getLevel());
    label.setWrapText(true);
    return label;
  }

  private static Label code(FencedCodeBlock code) {
    Label label = new Label(code.getLiteral().stripTrailing());
    label.getStyleClass().addAll("mono", "help-code-block");
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private VBox column(String styleClass, Node parent) {
    VBox column = new VBox();
    column.getStyleClass().add(styleClass);
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      column.getChildren().add(of(child));
    }
    return column;
  }

  /**
   * @param first the number of the first item; 0 for bullets
   */
  private VBox list(Node list, int first) {
    VBox column = new VBox();
    column.getStyleClass().add("help-list");
    int number = first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Label mark = new Label(first == 0 ? "•" : number + ".");
      mark.getStyleClass().add("help-mark");
      mark.setMinWidth(Region.USE_PREF_SIZE);
      VBox content = column("help-item", item);
      HBox.setHgrow(content, Priority.ALWAYS);
      column.getChildren().add(new HBox(mark, content));
      number++;
    }
    return column;
  }

  private TextFlow paragraph(Node block) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("help-paragraph");
    flow.getChildren().addAll(inline.of(block));
    flow.setAccessibleRole(AccessibleRole.TEXT);
    flow.setAccessibleText(PlainText.of(block));
    return flow;
  }
}

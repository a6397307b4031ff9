// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import tiphys.app.theme.Look;

/** Makes what is shown of the blocks of a page: headings, paragraphs, lists, code, notes. */
final class BlockNodes {
  private static final double WIDEST_PICTURE = 640;

  private final InlineNodes inline;
  private final Examples examples;

  /**
   * How examples are shown.
   *
   * @param look of the moment, in which they are drawn
   * @param open told which one the reader wants to try
   * @param openWords what the reader presses for it
   */
  record Examples(ObservableValue<Look> look, Consumer<HelpExample> open, String openWords) {}

  BlockNodes(Consumer<String> follow, Examples examples) {
    this.inline = new InlineNodes(follow);
    this.examples = examples;
  }

  /** Blocks of a sort that pages do not use are shown as their words. */
  Region of(Node block) {
    return switch (block) {
      case Heading heading -> heading(heading);
      case FencedCodeBlock code -> code(code);
      case BlockQuote quote -> column("help-note", quote);
      case BulletList list -> list(list, 0);
      case OrderedList list -> list(list, list.getMarkerStartNumber());
      default -> HelpExample.of(block).<Region>map(this::example).orElseGet(() -> paragraph(block));
    };
  }

  private static Label heading(Heading heading) {
    Label label = new Label(PlainText.of(heading));
    label.getStyleClass().add("help-h" + heading.getLevel());
    label.setWrapText(true);
    return label;
  }

  private static Label code(FencedCodeBlock code) {
    return code(code.getLiteral());
  }

  private static Label code(String text) {
    Label label = new Label(text.stripTrailing());
    label.getStyleClass().addAll("mono", "help-code-block");
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  /** Its picture, its text, and a way to try it. */
  private VBox example(HelpExample example) {
    ImageView picture = new ImageView();
    ObservableValue<Image> drawn = examples.look().map(example::picture);
    picture.imageProperty().bind(drawn);
    picture.setFitWidth(HelpExample.widthOf(drawn.getValue(), WIDEST_PICTURE));
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    picture.setAccessibleText(example.words());
    StackPane frame = new StackPane(picture);
    frame.getStyleClass().add("help-picture");
    Hyperlink open = new Hyperlink(examples.openWords());
    open.setId("open-example-" + example.key());
    open.getStyleClass().add("help-link");
    open.setOnAction(_ -> examples.open().accept(example));
    VBox shown = new VBox(frame, code(example.text().toString()), open);
    shown.getStyleClass().add("help-example");
    return shown;
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

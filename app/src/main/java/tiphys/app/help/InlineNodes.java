// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Makes what is shown of the words of a paragraph. */
final class InlineNodes {
  private final Consumer<String> follow;

  InlineNodes(Consumer<String> follow) {
    this.follow = follow;
  }

  List<javafx.scene.Node> of(Node paragraph) {
    List<javafx.scene.Node> shown = new ArrayList<>();
    add(shown, paragraph, "help-words");
    return shown;
  }

  private void add(List<javafx.scene.Node> shown, Node parent, String styleClass) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      switch (child) {
        case org.commonmark.node.Text text -> shown.add(text(text.getLiteral(), styleClass));
        case Code code -> shown.add(text(code.getLiteral(), "help-code"));
        case SoftLineBreak _ -> shown.add(text(" ", styleClass));
        case HardLineBreak _ -> shown.add(text("\n", styleClass));
        case StrongEmphasis strong -> add(shown, strong, "help-strong");
        case Emphasis emphasis -> add(shown, emphasis, "help-emphasis");
        case Link link -> shown.add(link(link));
        default -> shown.add(text(PlainText.of(child), styleClass));
      }
    }
  }

  private static Text text(String words, String styleClass) {
    Text text = new Text(words);
    text.getStyleClass().add(styleClass);
    return text;
  }

  private Hyperlink link(Link link) {
    Hyperlink shown = new Hyperlink(PlainText.of(link));
    shown.getStyleClass().add("help-link");
    shown.setOnAction(_ -> follow.accept(link.getDestination()));
    return shown;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;

/** A part of a page as a terminal shows it and as it is searched and spoken. */
public final class PlainText {
  private static final TextContentRenderer RENDERER =
      TextContentRenderer.builder()
          .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
          .nodeRendererFactory(Terminal::new)
          .build();

  private PlainText() {}

  public static String of(Node block) {
    return RENDERER.render(block).strip();
  }

  /** Blocks in order, with an empty line between them. */
  public static String of(List<Node> blocks) {
    return blocks.stream().map(PlainText::of).collect(Collectors.joining("\n\n"));
  }

  /** What stands between the brackets of a picture. */
  static String wordsOf(Image image) {
    return image.getFirstChild() instanceof Text text ? text.getLiteral() : "";
  }

  /** Words without the signs that a terminal cannot show: a link is its words, code is bare. */
  private static final class Terminal implements NodeRenderer {
    private final TextContentNodeRendererContext context;

    Terminal(TextContentNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Link.class, Code.class, BlockQuote.class, Image.class);
    }

    @Override
    public void render(Node node) {
      if (node instanceof Code code) {
        context.getWriter().write(code.getLiteral());
      }
      if (node instanceof Image image) {
        renderExample(image);
        return;
      }
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
    }

    /** A terminal has no picture, but its words and its text. */
    private void renderExample(Image image) {
      String words = wordsOf(image);
      context.getWriter().write(words.isEmpty() ? "" : "[" + words + "]");
      HelpExample.of(image.getParent())
          .ifPresent(
              example ->
                  example
                      .text()
                      .toString()
                      .lines()
                      .forEach(
                          line -> {
                            context.getWriter().line();
                            context.getWriter().write("    " + line);
                          }));
    }
  }
}

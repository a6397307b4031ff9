// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import tiphys.app.keys.Shortcut;

/**
 * One page of the help.
 *
 * @param key names its file {@code KEY.md}
 * @param title its first heading
 * @param blocks what follows, in order
 */
public record HelpPage(String key, String title, List<Node> blocks) {
  private static final Parser PARSER = Parser.builder().build();

  public HelpPage {
    blocks = List.copyOf(blocks);
  }

  /** Reads a page, whose first line is its title as a heading. */
  public static HelpPage of(String key, String markdown) {
    List<Node> blocks = new ArrayList<>();
    Node document = PARSER.parse(markdown);
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      blocks.add(block);
    }
    if (blocks.isEmpty() || !(blocks.getFirst() instanceof Heading)) {
      throw new IllegalArgumentException("help page " + key + " does not begin with its title");
    }
    return new HelpPage(key, PlainText.of(blocks.getFirst()), blocks.subList(1, blocks.size()));
  }

  /**
   * What stands under a heading, up to the next one of the same or a higher level; the heading is
   * not in it. Empty where there is no such heading.
   */
  public List<Node> section(String anchor) {
    List<Node> found = new ArrayList<>();
    int level = 0;
    for (Node block : blocks) {
      if (block instanceof Heading heading) {
        if (level > 0 && heading.getLevel() <= level) {
          return found;
        }
        if (level == 0 && anchorOf(heading).equals(anchor)) {
          level = heading.getLevel();
          continue;
        }
      }
      if (level > 0) {
        found.add(block);
      }
    }
    return found;
  }

  /** How a link names a heading: its words in small letters, joined by hyphens. */
  public static String anchorOf(Heading heading) {
    return PlainText.of(heading)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** Whether every one of these words occurs in it, whatever their case. */
  boolean matches(String words) {
    return Shortcut.hasAll(title + "\n" + PlainText.of(blocks), words);
  }
}

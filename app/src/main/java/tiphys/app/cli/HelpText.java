// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import tiphys.app.help.BuildFacts;
import tiphys.app.help.HelpBook;
import tiphys.app.help.HelpPage;
import tiphys.app.help.PlainText;

/**
 * Prints help. What it says of a verb is the verb's section on the page of the command line: a
 * sentence, the form as code, and what follows.
 */
final class HelpText {
  private final Console console;
  private final HelpBook book;

  HelpText(Console console) {
    this.console = console;
    this.book = HelpBook.in(console.messages(), List.of());
  }

  /** Every verb with its form and its sentence; exit status and further help beside them. */
  int overview() {
    StringBuilder text = new StringBuilder(PlainText.of(page().blocks().getFirst()));
    for (Verb verb : Verb.values()) {
      text.append("\n\n").append(indented(usage(verb), "  "));
      text.append('\n').append(indented(sentence(verb), "      "));
    }
    text.append("\n\n").append(console.messages().text("cli.help-more", topics()));
    console.out().println(text);
    return Console.GOOD;
  }

  int verb(Verb verb) {
    console.out().println(PlainText.of(page().section(verb.word())));
    return Console.GOOD;
  }

  /** The forms of a verb, one a line. */
  String usage(Verb verb) {
    return page().section(verb.word()).stream()
        .filter(FencedCodeBlock.class::isInstance)
        .map(FencedCodeBlock.class::cast)
        .findFirst()
        .map(code -> code.getLiteral().stripTrailing())
        .orElse("tiphys " + verb.word());
  }

  /** A page as text; the list of pages where none is named. */
  int topic(List<String> words) {
    if (words.isEmpty()) {
      console.out().println(console.messages().text("cli.help-topics"));
      for (HelpPage page : book.pages()) {
        console.out().println("  tiphys help " + page.key() + "   " + page.title());
      }
      return Console.GOOD;
    }
    Optional<Verb> verb = Verb.of(words.getFirst());
    Optional<HelpPage> page = book.page(words.getFirst());
    if (page.isEmpty()) {
      return verb.map(this::verb)
          .orElseGet(() -> console.misused("unknown-topic", words.getFirst(), topics()));
    }
    console.out().println(page.get().title());
    console.out().println();
    console.out().println(PlainText.of(page.get().blocks()));
    return Console.GOOD;
  }

  int version() {
    console.out().println("tiphys " + BuildFacts.read().version());
    return Console.GOOD;
  }

  private String sentence(Verb verb) {
    List<Node> section = page().section(verb.word());
    return section.isEmpty() ? "" : PlainText.of(section.getFirst());
  }

  private HelpPage page() {
    return book.page(HelpBook.COMMAND_LINE).orElseThrow();
  }

  private String topics() {
    return book.pages().stream().map(HelpPage::key).collect(Collectors.joining(", "));
  }

  private static String indented(String text, String by) {
    return text.lines().map(line -> by + line).collect(Collectors.joining("\n"));
  }
}

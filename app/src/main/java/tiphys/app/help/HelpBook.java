// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.model.problem.ProblemCode;

/** All pages of the help in one language, in the order in which they are read. */
public final class HelpBook {
  /** The first page. */
  public static final String START = "getting-started";

  /** The page whose list of problems is made from {@link ProblemCode}. */
  public static final String PROBLEMS = "problems";

  /** The page of the command line, with a section for each verb. */
  public static final String COMMAND_LINE = "command-line";

  /** The page that is made from the keys that the program obeys. */
  static final String SHORTCUTS = "shortcuts";

  private static final List<String> WRITTEN =
      List.of(
          START,
          "files",
          "kinds",
          "templates",
          "tasks",
          "canvas",
          "palette",
          "inspector",
          "source",
          "variables",
          PROBLEMS,
          "export",
          "hera",
          "run",
          "functions",
          "timeline",
          "history",
          "clusters",
          "features",
          COMMAND_LINE,
          "glossary");

  /** What a sentence names, where it is told in general. */
  private static final String[] ANYTHING = {"…", "…", "…", "…"};

  private final List<HelpPage> pages;

  private HelpBook(List<HelpPage> pages) {
    this.pages = List.copyOf(pages);
  }

  /** Reads every page. @param shortcuts told on a page of their own, where there are any */
  public static HelpBook in(Messages messages, List<Shortcut> shortcuts) {
    List<HelpPage> pages = new ArrayList<>();
    for (String key : WRITTEN) {
      String text = read(messages.language(), key);
      pages.add(HelpPage.of(key, key.equals(PROBLEMS) ? withSentences(text, messages) : text));
    }
    if (!shortcuts.isEmpty()) {
      pages.add(HelpPage.of(SHORTCUTS, shortcutPage(messages, shortcuts)));
    }
    return new HelpBook(pages);
  }

  public List<HelpPage> pages() {
    return pages;
  }

  public Optional<HelpPage> page(String key) {
    return pages.stream().filter(page -> page.key().equals(key)).findFirst();
  }

  /** Pages that have every word, those first whose title has them. */
  public List<HelpPage> search(String words) {
    List<HelpPage> found =
        new ArrayList<>(pages.stream().filter(page -> page.matches(words)).toList());
    found.sort(Comparator.comparing(page -> !Shortcut.hasAll(page.title(), words)));
    return found;
  }

  private static String read(Language language, String key) {
    String file = language.code() + "/" + key + ".md";
    try (InputStream in = HelpBook.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("help page " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Puts the sentence of every problem under its heading; those that the page does not explain
   * follow at its end, so that none is missing.
   */
  private static String withSentences(String page, Messages messages) {
    String whole = page;
    StringBuilder rest = new StringBuilder();
    for (ProblemCode code : ProblemCode.values()) {
      String heading = "\n### " + code.key() + "\n";
      String sentence = "\n> " + sentence(code, messages) + "\n\n";
      if (whole.contains(heading)) {
        whole = whole.replace(heading, heading + sentence);
      } else {
        rest.append(heading).append(sentence);
      }
    }
    return rest.isEmpty()
        ? whole
        : whole + "\n## " + messages.text("help.more-problems") + "\n" + rest;
  }

  private static String sentence(ProblemCode code, Messages messages) {
    return messages
        .text("problem." + code.key(), (Object[]) ANYTHING)
        .replaceAll("([\\\\*_<`\\[])", "\\\\$1");
  }

  private static String shortcutPage(Messages messages, List<Shortcut> shortcuts) {
    StringBuilder page = new StringBuilder("# ").append(messages.text("help.shortcuts"));
    String group = "";
    for (Shortcut shortcut : shortcuts) {
      if (!shortcut.group().equals(group)) {
        group = shortcut.group();
        page.append("\n\n## ").append(group).append("\n");
      }
      page.append("\n* **").append(shortcut.keys()).append("** — ").append(shortcut.does());
    }
    return page.append('\n').toString();
  }
}

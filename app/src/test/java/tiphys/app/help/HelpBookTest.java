// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.app.help.HelpHistory.Place;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.model.problem.ProblemCode;

final class HelpBookTest {
  private static final List<Shortcut> KEYS = List.of(new Shortcut("Canvas", "N", "Add a task"));

  @Test
  void bothLanguagesTellTheSameInTheSameOrder() {
    HelpBook english = book(Language.ENGLISH);
    HelpBook japanese = book(Language.JAPANESE);
    assertEquals(keys(english.pages()), keys(japanese.pages()));
    for (HelpPage page : english.pages()) {
      HelpPage other = japanese.page(page.key()).orElseThrow();
      assertEquals(shapes(page), shapes(other), page.key());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLinkLeadsToAPageAndAHeadingThatAreThere(Language language) {
    HelpBook book = book(language);
    for (HelpPage page : book.pages()) {
      for (String link : links(page)) {
        Place place = Place.of(link, page.key()).orElseThrow(() -> new AssertionError(link));
        HelpPage target =
            book.page(place.page()).orElseThrow(() -> new AssertionError(page.key() + ": " + link));
        assertTrue(
            place.anchor().isEmpty() || !target.section(place.anchor()).isEmpty(),
            page.key() + ": " + link);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyProblemIsListedWithItsSentence(Language language) {
    HelpPage page = book(language).page(HelpBook.PROBLEMS).orElseThrow();
    for (ProblemCode code : ProblemCode.values()) {
      String told = PlainText.of(page.section(code.key()));
      assertFalse(told.isBlank(), code.key());
      assertFalse(told.contains("{0}") || told.contains("problem."), told);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noProblemIsExplainedThatDoesNotExist(Language language) {
    Set<String> codes =
        Arrays.stream(ProblemCode.values()).map(ProblemCode::key).collect(Collectors.toSet());
    for (Node block : book(language).page(HelpBook.PROBLEMS).orElseThrow().blocks()) {
      if (block instanceof Heading heading && heading.getLevel() == 3) {
        assertTrue(codes.contains(PlainText.of(heading)), PlainText.of(heading));
      }
    }
  }

  @Test
  void whatIsSearchedForIsFoundWithTitlesFirst() {
    List<HelpPage> found = book(Language.ENGLISH).search("RUNNING computer");
    assertEquals("run", found.getFirst().key());
    assertTrue(found.size() > 1, found.toString());
    assertEquals(List.of(), book(Language.ENGLISH).search("xyzzy"));
    assertEquals("files", book(Language.JAPANESE).search("保存する").getFirst().key());
  }

  @Test
  void theKeysThatAreGivenAreOnAPageOfTheirOwn() {
    HelpPage page = book(Language.ENGLISH).page(HelpBook.SHORTCUTS).orElseThrow();
    assertTrue(PlainText.of(page.blocks()).contains("Add a task"));
  }

  @Test
  void whoGoesBackCanGoOnUntilAnotherWayIsTaken() {
    HelpHistory history = new HelpHistory(new Place("a", ""));
    history.go(new Place("b", ""));
    history.go(new Place("b", "there"));
    history.back();
    history.back();
    assertEquals(new Place("a", ""), history.now().get());
    assertFalse(history.canGoBack().get());
    history.on();
    assertEquals(new Place("b", ""), history.now().get());
    history.go(new Place("c", ""));
    assertFalse(history.canGoOn().get());
    history.on();
    assertEquals(new Place("c", ""), history.now().get());
  }

  @Test
  void aLinkOutOfTheHelpIsNone() {
    assertTrue(Place.of("https://example.org/a.md", "files").isEmpty());
    assertEquals(new Place("files", "undo"), Place.of("#undo", "files").orElseThrow());
  }

  @Test
  void theBuildSaysWhatTheProgramIsMadeOf() {
    BuildFacts facts = BuildFacts.read();
    assertFalse(facts.version().contains("$"), facts.version());
    assertEquals("Apache-2.0", facts.licence());
    List<String> names = facts.libraries().stream().map(BuildFacts.Library::name).toList();
    assertTrue(names.contains("commonmark"), names.toString());
    assertTrue(names.contains("snakeyaml-engine"), names.toString());
    assertTrue(names.stream().anyMatch(name -> name.startsWith("javafx-")), names.toString());
    assertFalse(names.stream().anyMatch(name -> name.contains("junit")), names.toString());
    facts.libraries().forEach(library -> assertFalse(library.licences().isBlank(), library.name()));
  }

  private static HelpBook book(Language language) {
    return HelpBook.in(Messages.in(language), KEYS);
  }

  private static List<String> keys(List<HelpPage> pages) {
    return pages.stream().map(HelpPage::key).toList();
  }

  /** The levels of its headings in order. */
  private static List<String> shapes(HelpPage page) {
    return page.blocks().stream()
        .filter(block -> block instanceof Heading)
        .map(block -> "h" + ((Heading) block).getLevel())
        .toList();
  }

  private static List<String> links(HelpPage page) {
    List<String> links = new ArrayList<>();
    for (Node block : page.blocks()) {
      block.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Link link) {
              links.add(link.getDestination());
            }
          });
    }
    return links;
  }
}

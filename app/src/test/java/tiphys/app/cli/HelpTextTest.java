// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.app.help.HelpBook;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;

final class HelpTextTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyVerbTellsItsFormAndEachOfItsOptions(Language language) {
    for (Verb verb : Verb.values()) {
      String told = tiphys(language, 0, verb.word(), "--help");
      assertTrue(told.contains("tiphys " + verb.word()), told);
      verb.flags().forEach(flag -> assertTrue(told.contains(flag), verb + " " + flag));
      verb.withValue().forEach(option -> assertTrue(told.contains(option), verb + " " + option));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theOverviewNamesEveryVerb(Language language) {
    String told = tiphys(language, 0, "--help");
    for (Verb verb : Verb.values()) {
      assertTrue(told.contains("\n  tiphys " + verb.word()), told);
    }
    assertEquals(told, tiphys(language, 2));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageCanBePrintedAndOthersAreNamed(Language language) {
    HelpBook.in(Messages.in(language), List.of())
        .pages()
        .forEach(
            page -> assertTrue(tiphys(language, 0, "help", page.key()).contains(page.title())));
    assertTrue(tiphys(language, 0, "help").contains("getting-started"));
    tiphys(language, 2, "help", "nothing");
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("getting-started"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theVersionIsThatOfTheBuild(Language language) {
    String told = tiphys(language, 0, "--version");
    assertTrue(told.matches("tiphys \\d+\\..*\\R"), told);
    assertFalse(told.contains("$"), told);
  }

  private String tiphys(Language language, int status, String... words) {
    out.reset();
    err.reset();
    CommandLine line =
        new CommandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Messages.in(language));
    assertEquals(status, line.execute(List.of(words)));
    return out.toString(StandardCharsets.UTF_8);
  }
}

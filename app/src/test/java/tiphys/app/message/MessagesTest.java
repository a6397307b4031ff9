// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

class MessagesTest {
  @Test
  void aSentenceComesInTheLanguageThatWasAskedFor() {
    assertEquals("Succeeded", Messages.in(Language.ENGLISH).text("phase.succeeded"));
    assertEquals("成功", Messages.in(Language.JAPANESE).text("phase.succeeded"));
  }

  @Test
  void aProblemSaysWhatItsArgumentsName() {
    Problem problem = Problem.refusal(ProblemCode.YAML_DUPLICATE_KEY, "name");

    assertEquals(
        "The key “name” stands twice in the same mapping. Argo refuses that; remove one.",
        Messages.in(Language.ENGLISH).problem(problem));
  }

  @Test
  void aKeyWithoutASentenceIsShownAsItself() {
    assertEquals("phase.unheard-of", Messages.in(Language.ENGLISH).text("phase.unheard-of"));
    assertEquals("nonsense", Messages.in(Language.JAPANESE).text("nonsense"));
  }

  @Test
  void theEnvironmentSaysTheLanguageWhereJavaHasNoDataForIt() {
    assertEquals(Language.JAPANESE, Language.of(Locale.ENGLISH, Map.of("LANG", "ja_JP.UTF-8")));
    assertEquals(
        Language.ENGLISH,
        Language.of(Locale.ENGLISH, Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "C")));
    assertEquals(Language.JAPANESE, Language.of(Locale.JAPANESE, Map.of("LANG", "C.UTF-8")));
    assertEquals(Language.ENGLISH, Language.of(Locale.GERMAN, Map.of()));
  }

  @Test
  void aRegionDoesNotHideTheLanguage() {
    assertEquals(Optional.of(Language.JAPANESE), Language.ofCode("ja_JP"));
    assertEquals(Optional.of(Language.ENGLISH), Language.ofCode("en-GB"));
    assertEquals(Optional.empty(), Language.ofCode("de"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.model.diagram.Diagram;
import tiphys.model.state.Positions;

/** The examples of the gallery. */
final class ExampleTest {
  @ParameterizedTest
  @EnumSource
  void anExampleHasNoProblemsAndBeginsWithWhatItTeaches(Example example) {
    Diagram diagram = Diagram.open(example.text(), Positions.NONE);

    assertEquals(List.of(), diagram.state().problems());
    assertTrue(example.text().toString().startsWith("# "), example.key());
  }

  @ParameterizedTest
  @EnumSource
  void anExampleIsNamedInBothLanguages(Example example) {
    for (Language language : Language.values()) {
      Messages messages = Messages.in(language);
      assertTrue(messages.has("gallery.title." + example.key()), example.key());
      assertTrue(messages.has("gallery.teaches." + example.key()), example.key());
      assertTrue(messages.has("window.action.example-" + example.key()), example.key());
    }
  }
}

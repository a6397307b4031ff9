// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptSourceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "print({{inputs.parameters.a}} + {{inputs.parameters.b}})",
        "x = {{a}}",
        "if {{a}} == 3:\n  print(1)",
        "print('{{a}} {{b}}')",
        "f({{a}}, [{{b}}])  # {{c}} {{d}}"
      })
  void aTagThatStandsForAValueLeavesTheCodePython(String code) {
    assertEquals(Optional.of(List.of(code.split("\n"))), ScriptSource.body(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"print({{a}} {{sign}} {{b}})", "{{a}} = 3", "x{{a}} = 3", "{{a}}(3)"})
  void aTagThatStandsForAnythingElseMakesNoFunction(String code) {
    assertEquals(Optional.empty(), ScriptSource.body(code));
  }
}

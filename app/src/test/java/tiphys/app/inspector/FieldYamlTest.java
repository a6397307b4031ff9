// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.SetField;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;

class FieldYamlTest {
  private static final DiagramState STATE =
      DiagramState.of(
          SourceText.of(
              """
              apiVersion: argoproj.io/v1alpha1
              kind: Workflow
              spec:
                templates:
                  - name: main
                    script:
                      image: alpine
                      resources:
                        limits:
                          # enough
                          memory: 64Mi
                      source: |
                        echo one
                          echo two
              """),
          Positions.NONE);
  private static final FieldOwner MAIN =
      new FieldOwner.OfTemplate(new Scope(0, new TemplateName("main")));

  @Test
  void aFieldIsCopiedWithItsKeyAndItsCommentsAndWithoutItsIndentation() {
    assertEquals(
        Optional.of("resources:\n  limits:\n    # enough\n    memory: 64Mi\n"),
        FieldYaml.copy(STATE, MAIN, List.of("script", "resources")));
    assertEquals(Optional.empty(), FieldYaml.copy(STATE, MAIN, List.of("script", "env")));
  }

  @Test
  void whatWasCopiedIsPastedAsTheSameValue() {
    String copied = FieldYaml.copy(STATE, MAIN, List.of("script", "source")).orElseThrow();

    assertEquals("echo one\n  echo two\n", FieldYaml.value(copied, "source"));
    assertEquals("alpine", FieldYaml.value("    image: alpine\n", "image"));
    assertEquals("on", FieldYaml.value("value: \"on\"", "value"));
    assertEquals("image: alpine", FieldYaml.value("image: alpine", "container"));
    assertEquals("limits:\n  cpu: 1", FieldYaml.value("\n  limits:\n    cpu: 1\n", "resources"));
  }

  @Test
  void aPastedSectionIsTakenOverByTheCommand() {
    String pasted = FieldYaml.value("    resources:\n      limits:\n        cpu: 1\n", "resources");
    SetField set = new SetField(MAIN, List.of("script", "resources"), pasted);

    assertEquals(Optional.empty(), set.plan(STATE).refusal());
  }
}

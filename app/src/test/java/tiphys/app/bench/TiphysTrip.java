// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.Optional;
import tiphys.model.diagram.Diagram;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/** By this program's command. */
final class TiphysTrip implements RoundTrip {
  @Override
  public String name() {
    return "Tiphys";
  }

  @Override
  public Optional<String> unchanged(String text) {
    DiagramState state = open(text).state();
    return state.tree().syntaxError().isPresent()
        ? Optional.empty()
        : Optional.of(state.text().toString());
  }

  @Override
  public Optional<String> changed(String text, ImageChange change) {
    return open(text).apply(change.command()).result().map(state -> state.text().toString());
  }

  private static Diagram open(String text) {
    return Diagram.open(SourceText.of(text), Positions.NONE);
  }
}

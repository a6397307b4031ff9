// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.yaml.YamlPlace;

/** What a template takes in and gives out, by name. */
public final class SlotNames {
  private SlotNames() {}

  /** In order of declaration; none where there is no such template. */
  public static List<String> of(DiagramState now, Scope scope, Slot slot) {
    return now
        .locator()
        .template(scope)
        .flatMap(place -> place.get(slot.side(), slot.list()))
        .map(YamlPlace::items)
        .orElse(List.of())
        .stream()
        .flatMap(item -> Fragment.name(item).stream())
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.Scopes;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.Mention.Role;
import tiphys.model.symbol.Symbol;
import tiphys.model.symbol.VolumeNames;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlPlace;

/**
 * The name of an argument of a workflow or of a volume, where it is declared.
 *
 * @param resource position in the file, counted from 0
 */
record DeclaredName(DiagramState now, int resource, YamlPlace place) {
  /** What renames it with all that name it; empty for any other place. */
  Optional<Command> renamed(String to) {
    return argument(to).or(() -> volume(to));
  }

  /** What is passed to a workflow template is another argument under another name. */
  private Optional<Command> argument(String to) {
    boolean isPassed =
        Scopes.spec(now.workflow(), resource)
            .flatMap(WorkflowSpec::workflowTemplateRef)
            .isPresent();
    if (isPassed) {
      return Optional.empty();
    }
    for (Symbol.Value value : Symbol.Value.values()) {
      boolean isArgument =
          spec().flatMap(spec -> spec.get("arguments", value.key())).stream()
              .flatMap(list -> list.items().stream())
              .anyMatch(item -> item.get("name").filter(this::isHere).isPresent());
      if (isArgument) {
        return Optional.of(new RenameArgument(resource, value, text(), to));
      }
    }
    return Optional.empty();
  }

  private Optional<Command> volume(String to) {
    return spec().map(spec -> VolumeNames.of(resource, spec)).orElse(List.of()).stream()
        .filter(volume -> volume.role() == Role.DEFINES && isHere(volume.place()))
        .findFirst()
        .map(volume -> new RenameVolume(volume.scope(), text(), to));
  }

  private Optional<YamlPlace> spec() {
    return now.locator().spec(resource);
  }

  private boolean isHere(YamlPlace name) {
    return name.start() == place.start();
  }

  private String text() {
    return place.text().orElse("");
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.Mention.Role;
import tiphys.model.symbol.VolumeNames;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Gives a volume another name, and everything that mounts it.
 *
 * @param scope the template whose volume it is; the resource as a whole for a volume or a claim
 *     that all templates see
 */
public record RenameVolume(Scope scope, String from, String to) implements Command {
  /** Kubernetes: a DNS label (RFC 1123), at most 63 characters. */
  private static final String VALID = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    if (now.tree().syntaxError().isPresent()) {
      return Outcome.refused(now.tree().syntaxError().get());
    }
    Optional<YamlPlace> spec = now.locator().spec(scope.resource());
    List<VolumeNames.Named> all =
        spec.map(place -> VolumeNames.of(scope.resource(), place)).orElse(List.of());
    List<VolumeNames.Named> own =
        all.stream()
            .filter(named -> named.scope().equals(scope) && named.name().equals(from))
            .toList();
    if (own.stream().noneMatch(named -> named.role() == Role.DEFINES)) {
      return Outcome.refused(ProblemCode.SLOT_MISSING, from, "volumes");
    }
    if (from.equals(to)) {
      return Outcome.done(Plan.ofPositions(now.positions()));
    }
    if (!to.matches(VALID)) {
      return Outcome.refused(ProblemCode.RESOURCE_NAME_INVALID, to);
    }
    if (all.stream().anyMatch(this::isInTheWay)) {
      return Outcome.refused(ProblemCode.SLOT_NAME_TAKEN, to, "volumes");
    }
    DocumentWriter writer = new DocumentWriter(now.tree());
    own.forEach(named -> writer.replace(named.place(), YamlValue.text(to)));
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  /** Whether a volume is called so already that would be seen instead, or would be hidden. */
  private boolean isInTheWay(VolumeNames.Named other) {
    boolean meets = other.scope().equals(scope) || other.scope().isResource() || scope.isResource();
    return meets && other.name().equals(to);
  }
}

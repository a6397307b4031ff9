// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.ResourceReference;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Gives a resource another {@code metadata.name}, and every reference of the file to it.
 *
 * @param resource its position in the file, counted from 0
 */
public record RenameResource(int resource, String to) implements Command {
  /** Kubernetes: a DNS subdomain (RFC 1123), at most 253 characters. */
  private static final String VALID = "[a-z0-9]([-a-z0-9.]*[a-z0-9])?";

  private static final int LONGEST = 253;

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    if (now.tree().syntaxError().isPresent()) {
      return Outcome.refused(now.tree().syntaxError().get());
    }
    Optional<YamlPlace> name =
        now.locator().resource(resource).flatMap(place -> place.get("metadata", "name"));
    if (name.flatMap(YamlPlace::text).isEmpty()) {
      return Outcome.refused(ProblemCode.RESOURCE_WITHOUT_NAME);
    }
    List<Resource> resources = now.workflow().resources();
    return trouble(name.get(), resources.get(resource), now)
        .<Outcome<Plan>>map(Outcome::refused)
        .orElseGet(() -> plan(name.get(), now));
  }

  private Outcome<Plan> plan(YamlPlace name, DiagramState now) {
    DocumentWriter writer = new DocumentWriter(now.tree());
    writer.replace(name, YamlValue.text(to));
    SharedRename.of(this, now)
        .ifPresent(shared -> References.to(shared.resource(), now).follow(shared, writer));
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private Optional<Problem> trouble(YamlPlace name, Resource named, DiagramState now) {
    if (name.text().filter(to::equals).isPresent()) {
      return Optional.empty();
    }
    if (!to.matches(VALID) || to.length() > LONGEST) {
      return Optional.of(Problem.refusal(ProblemCode.RESOURCE_NAME_INVALID, to));
    }
    return named
        .reference()
        .map(reference -> new ResourceReference(to, reference.isClusterScope()))
        .flatMap(now.workflow()::find)
        .map(_ -> Problem.refusal(ProblemCode.RESOURCE_NAME_TAKEN, to));
  }
}

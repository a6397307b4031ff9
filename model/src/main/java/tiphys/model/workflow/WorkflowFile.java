// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.List;
import java.util.Optional;

/**
 * What a file holds: one resource for each document, or for each item of a list resource; in order
 * of place.
 *
 * @param library what its references may lead to beside its own resources
 */
public record WorkflowFile(List<Resource> resources, Library library) {
  public WorkflowFile {
    resources = List.copyOf(resources);
  }

  public WorkflowFile(List<Resource> resources) {
    this(resources, Library.NONE);
  }

  public WorkflowFile with(Library other) {
    return new WorkflowFile(resources, other);
  }

  /** What a reference leads to: a resource of this file before one of another. */
  public Optional<Library.Entry> find(ResourceReference reference) {
    for (int i = 0; i < resources.size(); i++) {
      if (resources.get(i).reference().filter(reference::equals).isPresent()) {
        return Optional.of(new Library.Entry("", i, resources.get(i)));
      }
    }
    return library.find(reference);
  }

  /** The template that a reference leads to. */
  public Optional<Template> template(Call.Reference call) {
    return find(call.toResource())
        .flatMap(entry -> entry.resource().spec())
        .flatMap(spec -> spec.template(new TemplateName(call.template())));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.List;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.schema.Definition;

/**
 * Everything that the inspector says of what is chosen.
 *
 * @param glyph name of the glyph before the title
 * @param chosen the tasks that the common actions are for; none where no task is chosen
 */
record Sheet(String glyph, String title, String subtitle, List<Page> pages, Set<NodeId> chosen) {
  Sheet {
    pages = List.copyOf(pages);
    chosen = Set.copyOf(chosen);
  }

  /**
   * A tab of the form.
   *
   * @param key names its sentence {@code inspector.page.KEY}
   */
  record Page(String key, Subject subject, Definition definition, List<Section> sections) {
    Page {
      sections = List.copyOf(sections);
    }
  }

  /** Fields under a title; an empty title for the first ones. */
  record Section(String title, List<Field> fields) {
    Section {
      fields = List.copyOf(fields);
    }
  }

  List<Field> fields() {
    return pages.stream()
        .flatMap(page -> page.sections().stream())
        .flatMap(section -> section.fields().stream())
        .toList();
  }
}

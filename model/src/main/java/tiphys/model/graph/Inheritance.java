// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Marker;
import tiphys.model.workflow.Marker.Saying;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlScalar;

/**
 * What templates take from the {@code templateDefaults} of their workflow, and from its {@code
 * retryStrategy}: whatever they say nothing of. A type is not taken: Argo's lint asks each template
 * for its own.
 */
final class Inheritance {
  /** Objects of which the parts are taken one by one. */
  private static final Set<String> IN_PARTS = Set.of("container", "script", "metadata");

  private final List<Marker> markers;
  private final Optional<Template> defaults;
  private final IdentityHashMap<Template, List<Marker>> known = new IdentityHashMap<>();

  Inheritance(Optional<WorkflowSpec> spec) {
    this.markers = spec.map(WorkflowSpec::defaults).orElse(List.of());
    this.defaults = spec.flatMap(WorkflowSpec::templateDefaults);
  }

  /** The same for two revisions whose templates inherit the same. */
  record Ground(List<Marker> markers, Optional<Template> defaults) {}

  Ground ground() {
    return new Ground(markers, defaults);
  }

  /** The template's own, then those that it inherits, then that it does. */
  List<Marker> markers(Template template) {
    return markers.isEmpty() && defaults.isEmpty()
        ? template.markers()
        : known.computeIfAbsent(template, this::merged);
  }

  private List<Marker> merged(Template template) {
    List<Marker> all = new ArrayList<>(template.markers());
    for (Marker marker : markers) {
      boolean isSaid =
          template.markers().stream().anyMatch(own -> own.behaviour() == marker.behaviour());
      if (!isSaid) {
        all.add(marker);
      }
    }
    List<String> fields = fields(template);
    if (!fields.isEmpty()) {
      all.add(Marker.of(Behaviour.DEFAULTS, Saying.DEFAULTS, String.join(", ", fields)));
    }
    return List.copyOf(all);
  }

  private List<String> fields(Template template) {
    List<String> fields = new ArrayList<>();
    if (defaults.isPresent()
        && defaults.get().node() instanceof YamlMapping from
        && template.node() instanceof YamlMapping to) {
      for (int i = 0; i < from.size(); i++) {
        String key = key(from, i);
        Optional<YamlNode> own = to.get(key);
        if (IN_PARTS.contains(key)) {
          own.ifPresent(mapping -> addParts(key, from, mapping, fields));
        } else if (own.isEmpty() && !isType(from, i)) {
          fields.add(key);
        }
      }
    }
    return fields;
  }

  private static void addParts(String key, YamlMapping from, YamlNode own, List<String> fields) {
    if (from.get(key).orElse(null) instanceof YamlMapping parts && own instanceof YamlMapping to) {
      for (int i = 0; i < parts.size(); i++) {
        if (to.get(key(parts, i)).isEmpty()) {
          fields.add(key + "." + key(parts, i));
        }
      }
    }
  }

  private static boolean isType(YamlMapping from, int entry) {
    return Set.of(
            "containerSet", "steps", "dag", "resource", "data", "suspend", "http", "plugin", "name")
        .contains(key(from, entry));
  }

  private static String key(YamlMapping mapping, int entry) {
    return mapping.key(entry) instanceof YamlScalar name ? name.value() : "";
  }

  /** The body with the image that it inherits, where it names none. */
  TemplateBody body(Template template) {
    Optional<TemplateBody> from = defaults.map(Template::body);
    return switch (template.body()) {
      case TemplateBody.Container(Optional<String> own)
          when own.isEmpty()
              && from.isPresent()
              && from.get() instanceof TemplateBody.Container inherited ->
          inherited;
      case TemplateBody.Script(Optional<String> own)
          when own.isEmpty()
              && from.isPresent()
              && from.get() instanceof TemplateBody.Script inherited ->
          inherited;
      default -> template.body();
    };
  }
}

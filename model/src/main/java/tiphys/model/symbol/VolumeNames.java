// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tiphys.model.graph.Scope;
import tiphys.model.symbol.Mention.Role;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.YamlPlace;

/**
 * The places of a resource that name volumes. A template sees those of the resource, and its own
 * instead of them where they are called the same.
 */
public final class VolumeNames {
  /**
   * A volume's name where it is written.
   *
   * @param scope the template whose volume it is, or the resource as a whole
   */
  public record Named(Scope scope, YamlPlace place, Role role) {
    public String name() {
      return place.text().orElse("");
    }
  }

  private static final Set<String> MOUNTS = Set.of("volumeMounts", "volumeDevices");

  private final int resource;
  private final List<Named> found = new ArrayList<>();

  private VolumeNames(int resource) {
    this.resource = resource;
  }

  /**
   * Looks through a whole resource. O(length)
   *
   * @param spec the mapping that holds its templates
   */
  public static List<Named> of(int resource, YamlPlace spec) {
    VolumeNames names = new VolumeNames(resource);
    names.spec(spec);
    return names.found;
  }

  private void spec(YamlPlace spec) {
    Scope whole = Scope.ofResource(resource);
    Function<String, Optional<Scope>> ofWhole = _ -> Optional.of(whole);
    items(spec.get("volumes")).forEach(volume -> add(volume.get("name"), ofWhole, Role.DEFINES));
    items(spec.get("volumeClaimTemplates"))
        .forEach(claim -> add(claim.get("metadata", "name"), ofWhole, Role.DEFINES));
    for (YamlPlace.Entry entry : spec.entries()) {
      if (!entry.name().equals("templates")) {
        mounts(entry.name(), entry.value(), ofWhole);
      }
    }
    for (YamlPlace template : items(spec.get("templates"))) {
      Optional<Scope> own =
          template
              .get("name")
              .flatMap(YamlPlace::text)
              .map(name -> new Scope(resource, new TemplateName(name)));
      template(template, own, ofWhole);
    }
  }

  /**
   * What a template names.
   *
   * @param own empty for a template without a name, whose volumes nobody else can name
   */
  private void template(
      YamlPlace template, Optional<Scope> own, Function<String, Optional<Scope>> around) {
    Set<String> declared = new HashSet<>();
    for (YamlPlace volume : items(template.get("volumes"))) {
      volume.get("name").flatMap(YamlPlace::text).ifPresent(declared::add);
      add(volume.get("name"), _ -> own, Role.DEFINES);
    }
    Function<String, Optional<Scope>> seen =
        name -> declared.contains(name) ? own : around.apply(name);
    template.entries().forEach(entry -> mounts(entry.name(), entry.value(), seen));
  }

  private void mounts(String key, YamlPlace value, Function<String, Optional<Scope>> seen) {
    if (MOUNTS.contains(key)) {
      value.items().forEach(mount -> add(mount.get("name"), seen, Role.READS));
    } else if (key.equals("inline")) {
      template(value, Optional.empty(), seen);
    } else {
      value.entries().forEach(entry -> mounts(entry.name(), entry.value(), seen));
      value.items().forEach(item -> mounts("", item, seen));
    }
  }

  private void add(Optional<YamlPlace> name, Function<String, Optional<Scope>> owner, Role role) {
    name.filter(place -> place.text().filter(text -> !text.isEmpty()).isPresent())
        .ifPresent(
            place ->
                owner
                    .apply(place.text().orElseThrow())
                    .ifPresent(scope -> found.add(new Named(scope, place, role))));
  }

  private static List<YamlPlace> items(Optional<YamlPlace> list) {
    return list.map(YamlPlace::items).orElse(List.of());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tiphys.exporter.manifest.JsonText;
import tiphys.exporter.python.PyValue;

/** What containers are given: variables, volumes, resources, other containers. */
final class ContainerSlots {
  private static final Pattern DECIMAL = Pattern.compile("\\d+(?:\\.\\d+)?[mkMGTPE]?");
  private static final Pattern BINARY = Pattern.compile("\\d+(?:\\.\\d+)?[KMGTPE]i");
  private static final Map<String, String> RESOURCES =
      Map.of("cpu", "cpu", "memory", "memory", "ephemeral-storage", "ephemeral");

  private static final Set<String> CLAIM = Set.of("accessModes", "resources", "storageClassName");
  private static final Set<String> MODES =
      Set.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");

  private static final Map<String, List<String>> ENV =
      Map.of(
          "secretKeyRef", List.of("SecretEnv", "SecretKeySelector"),
          "configMapKeyRef", List.of("ConfigMapEnv", "ConfigMapKeySelector"),
          "fieldRef", List.of("FieldEnv", "ObjectFieldSelector"),
          "resourceFieldRef", List.of("ResourceEnv", "ResourceFieldSelector"));

  private static final Map<String, List<String>> ENV_FROM =
      Map.of(
          "secretRef", List.of("SecretEnvFrom", "SecretEnvSource"),
          "configMapRef", List.of("ConfigMapEnvFrom", "ConfigMapEnvSource"));

  private static final Map<String, List<String>> VOLUMES =
      Map.of(
          "emptyDir", List.of("EmptyDirVolume", "EmptyDirVolumeSource"),
          "persistentVolumeClaim", List.of("ExistingVolume", "PersistentVolumeClaimVolumeSource"),
          "secret", List.of("SecretVolume", "SecretVolumeSource"),
          "configMap", List.of("ConfigMapVolume", "ConfigMapVolumeSource"),
          "hostPath", List.of("HostPathVolume", "HostPathVolumeSource"),
          "nfs", List.of("NFSVolume", "NFSVolumeSource"),
          "projected", List.of("ProjectedVolume", "ProjectedVolumeSource"),
          "downwardAPI", List.of("DownwardAPIVolume", "DownwardAPIVolumeSource"),
          "ephemeral", List.of("EphemeralVolume", "EphemeralVolumeSource"),
          "csi", List.of("CSIVolume", "CSIVolumeSource"));

  private final Draft draft;
  private final ModelCalls models;
  private final Slots slots;

  ContainerSlots(Draft draft, ModelCalls models, Slots slots) {
    this.draft = draft;
    this.models = models;
    this.slots = slots;
  }

  PyValue env(Place place) {
    Place value = place.field("value");
    if (value.isThere() && place.value().size() == 2 && place.field("name").isThere()) {
      return new PyValue.Call(
          "Env",
          List.of(
              new PyValue.Keyword("name", new PyValue.Text(place.field("name").text())),
              new PyValue.Keyword("value", new PyValue.Text(JsonText.plain(value.value())))));
    }
    Place from = place.field("valueFrom");
    Optional<PyValue.Call> sugar =
        only(from, ENV)
            .flatMap(
                key -> draft.attempt(() -> nested(ENV, key, "EnvVar", "valueFrom", place, from)));
    return slots.orModel(sugar, "EnvVar", place);
  }

  PyValue envFrom(Place place) {
    List<String> keys = ENV_FROM.keySet().stream().filter(k -> place.field(k).isThere()).toList();
    Optional<PyValue.Call> sugar =
        keys.size() != 1
            ? Optional.empty()
            : draft.attempt(
                () ->
                    nested(
                        ENV_FROM, keys.getFirst(), "EnvFromSource", keys.getFirst(), place, place));
    return slots.orModel(sugar, "EnvFromSource", place);
  }

  PyValue volume(Place place) {
    return slots.orModel(volume(place, Optional.empty()), "Volume", place);
  }

  /** A claim that a volume makes by itself, as {@code Volume} of the workflow. */
  Optional<PyValue.Call> claim(Place place) {
    Place spec = place.field("spec");
    Place requests = spec.field("resources").field("requests");
    String size = JsonText.plain(requests.field("storage").value());
    boolean fits =
        place.value().size() == 2
            && place.field("metadata").value().size() == 1
            && !place.field("metadata").field("name").text().isEmpty()
            && spec.entries().stream().allMatch(entry -> CLAIM.contains(entry.key()))
            && spec.field("resources").value().size() == 1
            && requests.value().size() == 1
            && BINARY.matcher(size).matches()
            && MODES.containsAll(
                spec.field("accessModes").items().stream().map(Place::text).toList())
            && !spec.field("accessModes").value().isEmpty();
    if (!fits) {
      return Optional.empty();
    }
    List<PyValue.Keyword> keywords = new ArrayList<>();
    keywords.add(new PyValue.Keyword("name", text(place.field("metadata").field("name"))));
    keywords.add(new PyValue.Keyword("size", new PyValue.Text(size)));
    keywords.add(
        new PyValue.Keyword("access_modes", ModelCalls.plain(spec.field("accessModes").value())));
    if (spec.field("storageClassName").isThere()) {
      keywords.add(new PyValue.Keyword("storage_class_name", text(spec.field("storageClassName"))));
    }
    return Optional.of(new PyValue.Call("Volume", keywords));
  }

  private static PyValue text(Place place) {
    return new PyValue.Text(place.text());
  }

  /** A volume, mounted if there is a mount for it. */
  Optional<PyValue.Call> volume(Place place, Optional<Place> mount) {
    List<String> keys = VOLUMES.keySet().stream().filter(k -> place.field(k).isThere()).toList();
    if (keys.size() != 1) {
      return Optional.empty();
    }
    List<String> names = VOLUMES.getOrDefault(keys.getFirst(), List.of());
    return draft.attempt(
        () -> {
          SugarCall call =
              slots
                  .sugar(names.getFirst())
                  .with("Volume", place, Set.of(keys.getFirst()))
                  .with(names.getLast(), place.field(keys.getFirst()), Set.of());
          mount.ifPresent(found -> call.with("VolumeMount", found, Set.of()));
          return call.unless(!place.field("name").isThere()).call();
        });
  }

  private Optional<PyValue.Call> nested(
      Map<String, List<String>> names,
      String key,
      String model,
      String except,
      Place place,
      Place above) {
    List<String> found = names.getOrDefault(key, List.of());
    return slots
        .sugar(found.getFirst())
        .with(model, place, Set.of(except))
        .with(found.getLast(), above.field(key), Set.of())
        .call();
  }

  private static Optional<String> only(Place place, Map<String, List<String>> names) {
    List<Place.Entry> entries = place.entries();
    return entries.size() == 1 && names.containsKey(entries.getFirst().key())
        ? Optional.of(entries.getFirst().key())
        : Optional.empty();
  }

  PyValue userContainer(Place place) {
    Optional<PyValue.Call> sugar =
        draft.attempt(
            () -> {
              SugarCall call =
                  slots
                      .sugar("UserContainer")
                      .with("UserContainer", place, Set.of("env", "envFrom"));
              for (String key : List.of("env", "envFrom")) {
                Place list = place.field(key);
                if (list.isThere()) {
                  String attribute = key.equals("env") ? "env" : "env_from";
                  HeraType type =
                      HeraClasses.get().field("UserContainer", key).orElseThrow().type();
                  Optional<PyValue> value = slots.write(attribute, type, list);
                  value.ifPresent(found -> call.add(attribute, found));
                  call.unless(value.isEmpty());
                }
              }
              return call.call();
            });
    return slots.orModel(sugar, "UserContainer", place);
  }

  /** {@code Resources} where it has a word for each amount and would not refuse it. */
  PyValue resources(Place place) {
    List<PyValue.Keyword> keywords = new ArrayList<>();
    boolean fits = place.value().isObject() && !place.value().isEmpty();
    for (Place.Entry half : place.entries()) {
      String suffix = half.key().equals("requests") ? "_request" : "_limit";
      fits &= Set.of("requests", "limits").contains(half.key()) && !half.place().value().isEmpty();
      for (Place.Entry amount : half.place().entries()) {
        String text = JsonText.plain(amount.place().value());
        String word = RESOURCES.getOrDefault(amount.key(), "");
        Pattern pattern = word.equals("cpu") ? DECIMAL : BINARY;
        fits &= !word.isEmpty() && pattern.matcher(text).matches();
        keywords.add(new PyValue.Keyword(word + suffix, new PyValue.Text(text)));
      }
    }
    return fits && isOrdered(place)
        ? new PyValue.Call("Resources", keywords)
        : models.write(new HeraType.Model("ResourceRequirements"), place);
  }

  /** {@code Resources} refuses a request above its limit, which is a matter of its own sums. */
  private static boolean isOrdered(Place place) {
    Place requests = place.field("requests");
    Place limits = place.field("limits");
    return requests.entries().stream()
        .allMatch(
            entry ->
                !limits.field(entry.key()).isThere()
                    || JsonText.plain(entry.place().value())
                        .equals(JsonText.plain(limits.field(entry.key()).value()))
                    || Amounts.of(JsonText.plain(entry.place().value()))
                        <= Amounts.of(JsonText.plain(limits.field(entry.key()).value())));
  }
}

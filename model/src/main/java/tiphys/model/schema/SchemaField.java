// SPDX-License-Identifier: Apache-2.0
package tiphys.model.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One field of a definition.
 *
 * @param facts what else is known, by the words of {@code argo.schema}
 */
public record SchemaField(
    String definition, String name, FieldType type, Map<String, String> facts) {
  public SchemaField {
    facts = Map.copyOf(facts);
  }

  /** {@code Definition.field}: names the field in bundles and tests. */
  public String key() {
    return definition + "." + name;
  }

  /** Whether the API server refuses an object without it. */
  public boolean isRequired() {
    return facts.containsKey("required");
  }

  /** What holds where it is not written, if that is one value. */
  public Optional<String> defaultValue() {
    return Optional.ofNullable(facts.get("default"));
  }

  /** The fields that tell items of this list apart when two lists are merged, the first first. */
  public List<String> itemKeys() {
    String keys = facts.getOrDefault("key", "");
    return keys.isEmpty() ? List.of() : List.of(keys.split(","));
  }

  public boolean isDeprecated() {
    return facts.containsKey("deprecated");
  }

  /** The version of Argo that does not know the field any more. */
  public Optional<String> removedIn() {
    return Optional.ofNullable(facts.get("removed"));
  }

  /** The field that took the place of one that was removed. */
  public Optional<String> instead() {
    return Optional.ofNullable(facts.get("instead"));
  }

  /** Whether the cluster writes it and people do not. */
  public boolean isOfServer() {
    return facts.containsKey("server");
  }

  public OptionalLong least() {
    return bound("min");
  }

  public OptionalLong most() {
    return bound("max");
  }

  private OptionalLong bound(String fact) {
    String value = facts.get(fact);
    return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
  }
}

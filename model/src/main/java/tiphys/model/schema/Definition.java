// SPDX-License-Identifier: Apache-2.0
package tiphys.model.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of object: what a mapping of it may hold.
 *
 * @param like another definition whose fields of the same name mean the same
 * @param fields by name, in alphabetical order
 */
public record Definition(
    String name, Origin origin, Optional<String> like, Map<String, SchemaField> fields) {
  /** Whose word the definition is. */
  public enum Origin {
    ARGO,
    KUBERNETES
  }

  public Definition {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public Optional<SchemaField> field(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  public Collection<SchemaField> all() {
    return fields.values();
  }
}

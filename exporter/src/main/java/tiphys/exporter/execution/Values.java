// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A scope that is a table. */
final class Values implements Scope {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, JsonNode> artifacts = new HashMap<>();

  Values put(String tag, String text) {
    texts.put(tag, text);
    return this;
  }

  Values putArtifact(String tag, JsonNode artifact) {
    artifacts.put(tag, artifact);
    return this;
  }

  @Override
  public Optional<String> text(String tag) {
    return Optional.ofNullable(texts.get(tag));
  }

  @Override
  public Optional<JsonNode> artifact(String tag) {
    return Optional.ofNullable(artifacts.get(tag));
  }

  @Override
  public void addNames(String expression, ObjectNode names) {
    texts.forEach((tag, text) -> nest(names, tag, names.textNode(text)));
    artifacts.forEach((tag, artifact) -> nest(names, tag, artifact.deepCopy()));
  }

  /** Puts a value at a dotted path. A value whose path others continue gives way to them. */
  static void nest(ObjectNode names, String path, JsonNode value) {
    String[] keys = path.split("\\.", -1);
    ObjectNode at = names;
    for (int i = 0; i < keys.length - 1; i++) {
      at = at.get(keys[i]) instanceof ObjectNode inner ? inner : at.putObject(keys[i]);
    }
    String last = keys[keys.length - 1];
    if (!(at.get(last) instanceof ObjectNode) || value.isObject()) {
      at.set(last, value);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths of keys, indices and {@code [*]}, such as {@code $.items[0].name}. */
final class JsonPath {
  private static final Pattern PART =
      Pattern.compile("\\.([\\w-]+)|\\[(-?\\d+)]|\\['([^']*)']|\\[\"([^\"]*)\"]|\\[\\*]|\\.\\*");

  private JsonPath() {}

  static JsonNode find(JsonNode root, String path) throws EvaluationException {
    String rest = path.startsWith("$") ? path.substring(1) : "." + path;
    Matcher part = PART.matcher(rest);
    List<JsonNode> found = List.of(root);
    boolean isMany = false;
    int at = 0;
    while (at < rest.length()) {
      if (!part.find(at) || part.start() != at) {
        throw new EvaluationException("the path " + path + " cannot be followed on this computer");
      }
      isMany |= part.group().endsWith("*]") || part.group().endsWith(".*");
      found = step(found, part);
      at = part.end();
    }
    if (isMany) {
      return JsonNodeFactory.instance.arrayNode().addAll(found);
    }
    if (found.isEmpty()) {
      throw new EvaluationException("there is nothing at " + path);
    }
    return found.getFirst();
  }

  private static List<JsonNode> step(List<JsonNode> from, Matcher part) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode each : from) {
      if (part.group(2) != null) {
        int index = Integer.parseInt(part.group(2));
        add(found, each.get(index < 0 ? each.size() + index : index));
      } else if (part.group(1) != null) {
        add(found, each.get(part.group(1)));
      } else if (part.group(3) != null) {
        add(found, each.get(part.group(3)));
      } else if (part.group(4) != null) {
        add(found, each.get(part.group(4)));
      } else {
        each.forEach(found::add);
      }
    }
    return found;
  }

  private static void add(List<JsonNode> found, @Nullable JsonNode value) {
    if (value != null) {
      found.add(value);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tiphys.exporter.expression.EvaluationException;
import tiphys.exporter.manifest.JsonText;

/** What a task or step is repeated for. */
final class LoopItems {
  private LoopItems() {}

  static boolean isLoop(JsonNode caller) {
    return caller.has("withItems") || caller.has("withParam") || caller.has("withSequence");
  }

  /** The task or step once for each item, named {@code name(0:item)}, the item's tags replaced. */
  static List<JsonNode> expanded(JsonNode caller, Scope outer, boolean isSimulation)
      throws EvaluationException {
    ObjectNode single = caller.deepCopy();
    single.remove(List.of("withItems", "withParam", "withSequence"));
    List<JsonNode> items = items(caller, isSimulation);
    List<JsonNode> expanded = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i);
      ObjectNode each = single.deepCopy();
      ObjectNode hooks = each.withObject("/hooks");
      each.remove("hooks");
      ObjectNode replaced =
          (ObjectNode) Tags.replaced(each, itemScope(item).within(outer), Strictness.LENIENT);
      if (!hooks.isEmpty()) {
        replaced.set("hooks", hooks);
      }
      String name = caller.path("name").asText("") + "(" + i + ":" + description(item) + ")";
      expanded.add(replaced.put("name", name));
    }
    return expanded;
  }

  private static List<JsonNode> items(JsonNode caller, boolean isSimulation)
      throws EvaluationException {
    if (caller.has("withItems")) {
      return listed(caller.get("withItems"), isSimulation);
    }
    if (caller.has("withParam")) {
      return parsed(caller.path("withParam").asText(""), isSimulation);
    }
    return sequence(caller.get("withSequence"));
  }

  private static List<JsonNode> listed(JsonNode items, boolean isSimulation)
      throws EvaluationException {
    return items.isArray() ? items.valueStream().toList() : parsed(items.asText(""), isSimulation);
  }

  /** A list that is not known because nothing was executed is taken for one of one item. */
  private static List<JsonNode> parsed(String text, boolean isSimulation)
      throws EvaluationException {
    JsonNode value = JsonText.parse(text).orElse(JsonNodeFactory.instance.missingNode());
    if (value.isNull()) {
      return List.of();
    }
    if (value.isArray()) {
      return value.valueStream().toList();
    }
    if (isSimulation) {
      return List.of(JsonNodeFactory.instance.textNode(text));
    }
    throw new EvaluationException("withParam value could not be parsed as a JSON list: " + text);
  }

  private static List<JsonNode> sequence(JsonNode sequence) throws EvaluationException {
    long start = number(sequence, "start", 0);
    long last;
    if (sequence.has("count")) {
      long count = number(sequence, "count", 0);
      if (count <= 0) {
        return List.of();
      }
      last = start + count - 1;
    } else {
      last = number(sequence, "end", 0);
    }
    String format = sequence.path("format").asText("");
    long step = last >= start ? 1 : -1;
    List<JsonNode> items = new ArrayList<>();
    for (long i = start; step > 0 ? i <= last : i >= last; i += step) {
      items.add(JsonNodeFactory.instance.textNode(formatted(format, i)));
    }
    return items;
  }

  private static String formatted(String format, long number) throws EvaluationException {
    try {
      return format.isEmpty() ? Long.toString(number) : String.format(format, number);
    } catch (IllegalFormatException e) {
      throw new EvaluationException("withSequence.format '" + format + "' is not known here");
    }
  }

  private static long number(JsonNode sequence, String key, long absent)
      throws EvaluationException {
    if (!sequence.has(key)) {
      return absent;
    }
    String text = JsonText.plain(sequence.get(key)).strip();
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new EvaluationException("withSequence." + key + " is no number: " + text);
    }
  }

  private static Scope itemScope(JsonNode item) {
    Values values = new Values().put("item", JsonText.plain(item));
    item.properties()
        .forEach(entry -> values.put("item." + entry.getKey(), JsonText.plain(entry.getValue())));
    return values;
  }

  /** As it stands in the node's name: without parentheses, so that names can be read back. */
  private static String description(JsonNode item) {
    return plainDescription(item).replaceAll("[()]", "");
  }

  private static String plainDescription(JsonNode item) {
    if (item.isObject()) {
      Map<String, String> entries = new TreeMap<>();
      item.properties()
          .forEach(entry -> entries.put(entry.getKey(), JsonText.plain(entry.getValue())));
      List<String> pairs = new ArrayList<>();
      entries.forEach((key, value) -> pairs.add(key + ":" + value));
      return String.join(",", pairs);
    }
    if (item.isArray()) {
      List<String> texts = item.valueStream().map(LoopItems::plainDescription).toList();
      return "[" + String.join(" ", texts) + "]";
    }
    return JsonText.plain(item);
  }
}

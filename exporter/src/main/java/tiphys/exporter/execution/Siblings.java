// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tiphys.exporter.manifest.JsonText;
import tiphys.model.run.NodePhase;

/** What the tasks or steps of the same template have come to, looked up when it is asked for. */
final class Siblings implements Scope {
  private final String prefix;
  private final Collection<String> names;
  private final Function<String, Optional<Sibling>> find;

  /**
   * @param kind {@code tasks} or {@code steps}
   */
  Siblings(String kind, Collection<String> names, Function<String, Optional<Sibling>> find) {
    this.prefix = kind + ".";
    this.names = names;
    this.find = find;
  }

  /**
   * @param node its node; for the fan-out of a step, which has none of its own, the last of it
   * @param fanOut the nodes of its items in their order; empty where it has none
   */
  record Sibling(Node node, Optional<List<Node>> fanOut) {}

  @Override
  public Optional<String> text(String tag) {
    return at(tag).flatMap(found -> Optional.ofNullable(texts(found.sibling()).get(found.rest())));
  }

  @Override
  public Optional<JsonNode> artifact(String tag) {
    return at(tag)
        .filter(found -> found.rest().startsWith("outputs.artifacts."))
        .flatMap(
            found ->
                Inputs.named(
                    found.sibling().node().outputs().path("artifacts"),
                    found.rest().substring("outputs.artifacts.".length())));
  }

  @Override
  public void addNames(String expression, ObjectNode scope) {
    String kind = prefix.substring(0, prefix.length() - 1);
    ObjectNode all = scope.get(kind) instanceof ObjectNode there ? there : scope.putObject(kind);
    for (String name : names) {
      Optional<Sibling> sibling = expression.contains(name) ? find.apply(name) : Optional.empty();
      sibling.ifPresent(found -> all.set(name, object(found, scope)));
    }
  }

  private static ObjectNode object(Sibling sibling, ObjectNode factory) {
    ObjectNode object = factory.objectNode();
    texts(sibling).forEach((path, text) -> Values.nest(object, path, factory.textNode(text)));
    for (JsonNode artifact : sibling.node().outputs().path("artifacts")) {
      String path = "outputs.artifacts." + artifact.path("name").asText("");
      Values.nest(object, path, artifact.deepCopy());
    }
    return object;
  }

  private record Found(Sibling sibling, String rest) {}

  private Optional<Found> at(String tag) {
    int dot = tag.startsWith(prefix) ? tag.indexOf('.', prefix.length()) : -1;
    if (dot < 0) {
      return Optional.empty();
    }
    return find.apply(tag.substring(prefix.length(), dot))
        .map(sibling -> new Found(sibling, tag.substring(dot + 1)));
  }

  private static Map<String, String> texts(Sibling sibling) {
    Node node = sibling.node();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("id", node.id());
    texts.put("name", node.name());
    texts.put("status", node.phase().argoName());
    texts.put("startedAt", node.startedAt().toString());
    node.finishedAt().ifPresent(time -> texts.put("finishedAt", time.toString()));
    texts.put("hostNodeName", "localhost");
    if (node.isDaemoned()) {
      texts.put("ip", "127.0.0.1");
    }
    if (sibling.fanOut().isPresent()) {
      addAggregated(sibling.fanOut().get(), texts);
    } else {
      addOutputs(node.outputs(), texts);
    }
    return texts;
  }

  private static void addOutputs(ObjectNode outputs, Map<String, String> texts) {
    if (outputs.has("exitCode")) {
      texts.put("exitCode", outputs.path("exitCode").asText());
    }
    if (outputs.has("result")) {
      texts.put("outputs.result", outputs.path("result").asText());
    }
    for (JsonNode parameter : outputs.path("parameters")) {
      String name = parameter.path("name").asText("");
      texts.put("outputs.parameters." + name, JsonText.plain(parameter.path("value")));
    }
  }

  /** Lists over the items that succeeded, in their order. */
  private static void addAggregated(List<Node> nodes, Map<String, String> texts) {
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    ArrayNode sets = JsonNodeFactory.instance.arrayNode();
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (Node node : nodes) {
      if (node.phase() != NodePhase.SUCCEEDED) {
        continue;
      }
      if (node.outputs().has("result")) {
        String result = node.outputs().path("result").asText();
        results.add(JsonText.parse(result).orElse(JsonNodeFactory.instance.textNode(result)));
      }
      ObjectNode set = JsonNodeFactory.instance.objectNode();
      for (JsonNode parameter : node.outputs().path("parameters")) {
        String name = parameter.path("name").asText("");
        String value = JsonText.plain(parameter.path("value"));
        set.put(name, value);
        lists.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
      sets.add(set);
    }
    texts.put("outputs.result", JsonText.compact(results));
    texts.put("outputs.parameters", JsonText.compact(sets));
    lists.forEach((name, values) -> texts.put("outputs.parameters." + name, list(values)));
  }

  /** Texts, unless all of them are JSON objects or lists: those are taken as such. */
  private static String list(List<String> values) {
    List<JsonNode> parsed =
        values.stream().flatMap(value -> JsonText.parse(value).stream()).toList();
    boolean isAllContainers =
        parsed.size() == values.size() && parsed.stream().allMatch(JsonNode::isContainerNode);
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (isAllContainers) {
      list.addAll(parsed);
    } else {
      values.forEach(list::add);
    }
    return JsonText.compact(list);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.state.Area;
import tiphys.model.state.Positions;
import tiphys.model.workflow.TemplateName;

/** The areas that the user made, as a part of a {@link Sidecar}. */
final class SidecarAreas {
  private SidecarAreas() {}

  static ArrayNode json(Positions positions) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    positions
        .areasByScope()
        .forEach(
            (scope, areas) -> {
              for (Area area : areas) {
                ObjectNode entry = all.addObject();
                entry.put("resource", scope.resource()).put("template", scope.template().value());
                entry.put("name", area.name());
                ArrayNode nodes = entry.putArray("nodes");
                area.members().stream().map(NodeId::value).sorted().forEach(nodes::add);
              }
            });
    return all;
  }

  /** Places with the areas that are written down beside them; empty where these are damaged. */
  static Optional<Positions> areasOf(JsonNode written, Positions places) {
    Positions positions = places;
    for (JsonNode entry : written) {
      JsonNode nodes = entry.path("nodes");
      boolean isWhole =
          entry.path("resource").isInt()
              && entry.path("template").isTextual()
              && entry.path("name").isTextual()
              && nodes.isArray();
      if (!isWhole) {
        return Optional.empty();
      }
      Scope scope =
          new Scope(
              entry.path("resource").asInt(), new TemplateName(entry.path("template").asText()));
      Set<NodeId> members = new LinkedHashSet<>();
      nodes.forEach(node -> members.add(new NodeId(node.asText())));
      List<Area> areas = new ArrayList<>(positions.areas(scope));
      areas.add(new Area(entry.path("name").asText(), members));
      positions = positions.withAreas(scope, areas);
    }
    return Optional.of(positions);
  }
}

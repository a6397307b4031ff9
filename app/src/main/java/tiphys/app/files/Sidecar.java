// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Lanes;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.Positions;
import tiphys.model.workflow.TemplateName;

/**
 * The places of a file's nodes, the lanes of edges between them and which way its drawings run,
 * kept beside it: {@code flow.yaml} has {@code .flow.yaml.tiphys.json}. Places are no part of a
 * workflow, so Argo never sees them.
 */
public final class Sidecar {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Sidecar() {}

  /** Where the places of a file are kept. */
  public static Path of(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".tiphys.json");
  }

  /** The places kept beside a file, none where there is no sidecar; refused where it is damaged. */
  public static Outcome<Positions> read(Path file) {
    Path sidecar = of(file);
    if (!Files.isRegularFile(sidecar)) {
      return Outcome.done(Positions.NONE);
    }
    try {
      return positionsOf(MAPPER.readTree(Files.readAllBytes(sidecar)), sidecar);
    } catch (IOException _) {
      return damaged(sidecar);
    }
  }

  /** Writes the places beside a file; takes the sidecar away where there are none to keep. */
  public static Optional<Problem> write(Path file, Positions positions) {
    Path sidecar = of(file);
    if (positions.isEmpty()) {
      return remove(sidecar);
    }
    return TextFile.write(sidecar, textOf(positions).getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Problem> remove(Path sidecar) {
    try {
      Files.deleteIfExists(sidecar);
      return Optional.empty();
    } catch (IOException stuck) {
      return Optional.of(
          Problem.refusal(
              ProblemCode.FILE_NOT_WRITTEN, sidecar.toString(), stuck.getClass().getSimpleName()));
    }
  }

  private static String textOf(Positions positions) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json(positions)) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of numbers and names is JSON", impossible);
    }
  }

  static ObjectNode json(Positions positions) {
    ObjectNode root = MAPPER.createObjectNode().put("version", 1);
    if (positions.heading() != Heading.DOWN) {
      root.put("direction", positions.heading().key());
    }
    ArrayNode scopes = root.putArray("positions");
    positions
        .byScope()
        .forEach(
            (scope, places) -> {
              ObjectNode entry = scopes.addObject();
              entry.put("resource", scope.resource()).put("template", scope.template().value());
              ObjectNode nodes = entry.putObject("nodes");
              places.forEach((node, at) -> nodes.putArray(node.value()).add(at.x()).add(at.y()));
              addLanes(entry, positions.lanesIn(scope));
            });
    if (!positions.areasByScope().isEmpty()) {
      root.set("areas", SidecarAreas.json(positions));
    }
    return root;
  }

  /** Each as the names of its ends and then its points, in an order that does not change. */
  private static void addLanes(ObjectNode entry, Lanes lanes) {
    if (lanes.isEmpty()) {
      return;
    }
    ArrayNode list = entry.putArray("lanes");
    Comparator<Lanes.Ends> order =
        Comparator.comparing((Lanes.Ends ends) -> ends.from().value())
            .thenComparing(ends -> ends.to().value());
    lanes.byEnds().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(order))
        .forEach(
            lane -> {
              Lanes.Ends ends = lane.getKey();
              ArrayNode line = list.addArray().add(ends.from().value()).add(ends.to().value());
              lane.getValue().forEach(at -> line.add(at.x()).add(at.y()));
            });
  }

  /** What is no lane is left out: an edge without one runs straight. */
  private static Lanes lanesOf(JsonNode list) {
    Map<Lanes.Ends, List<Point>> lanes = new HashMap<>();
    for (JsonNode line : list) {
      List<Point> points = new ArrayList<>();
      for (int i = 2; i + 1 < line.size(); i += 2) {
        points.add(new Point(line.get(i).asDouble(), line.get(i + 1).asDouble()));
      }
      if (!points.isEmpty()) {
        lanes.put(
            new Lanes.Ends(new NodeId(line.get(0).asText()), new NodeId(line.get(1).asText())),
            points);
      }
    }
    return new Lanes(lanes);
  }

  static Outcome<Positions> positionsOf(JsonNode root, Path sidecar) {
    if (!root.path("positions").isArray()) {
      return damaged(sidecar);
    }
    String direction = root.path("direction").asText(Heading.DOWN.key());
    Positions positions = Positions.NONE.heading(Heading.of(direction).orElse(Heading.DOWN));
    for (JsonNode entry : root.path("positions")) {
      JsonNode resource = entry.path("resource");
      JsonNode template = entry.path("template");
      if (!resource.isInt() || !template.isTextual()) {
        return damaged(sidecar);
      }
      Map<NodeId, Point> places = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> node : entry.path("nodes").properties()) {
        JsonNode at = node.getValue();
        if (!at.path(0).isNumber() || !at.path(1).isNumber()) {
          return damaged(sidecar);
        }
        places.put(
            new NodeId(node.getKey()), new Point(at.get(0).asDouble(), at.get(1).asDouble()));
      }
      Scope scope = new Scope(resource.asInt(), new TemplateName(template.asText()));
      positions = positions.with(scope, places, lanesOf(entry.path("lanes")));
    }
    Positions places = positions;
    return SidecarAreas.areasOf(root.path("areas"), places)
        .map(Outcome::done)
        .orElseGet(() -> damaged(sidecar));
  }

  private static Outcome<Positions> damaged(Path sidecar) {
    return Outcome.refused(ProblemCode.SIDECAR_DAMAGED, sidecar.toString());
  }
}

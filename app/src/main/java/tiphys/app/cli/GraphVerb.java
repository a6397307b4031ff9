// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tiphys.app.message.MarkerWords;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Unfolded;
import tiphys.model.symbol.DataEdge;
import tiphys.model.symbol.DataFlow;

/** Tells what the canvas draws: nodes, edges, groups, places and insides, as JSON. */
final class GraphVerb {
  private final Console console;

  GraphVerb(Console console) {
    this.console = console;
  }

  int execute(Arguments arguments) {
    String form = arguments.last("-o").orElse("json");
    if (!form.equals("json")) {
      return console.misused("unknown-form", form, "json");
    }
    if (arguments.words().size() != 1) {
      return console.misused("one-file", "graph");
    }
    Outcome<SourceFile> read = SourceFile.read(arguments.words().getFirst(), console, arguments);
    if (read.refusal().isPresent()) {
      return console.trouble(read.refusal().get());
    }
    SourceFile source = read.result().orElseThrow();
    if (source.state().tree().syntaxError().isPresent()) {
      return source.refuse(console, source.state().tree().syntaxError().get());
    }
    Outcome<Scope> scope = source.scope(arguments.last("--template").orElse(""));
    if (scope.refusal().isPresent()) {
      return console.refuse(scope.refusal().get());
    }
    ObjectNode json = json(source.state(), scope.result().orElseThrow(), arguments);
    if (arguments.has("--data")) {
      putData(json, source.state(), scope.result().orElseThrow());
    }
    console.out().println(json.toPrettyString());
    return Console.GOOD;
  }

  private ObjectNode json(DiagramState state, Scope scope, Arguments arguments) {
    Set<List<NodeId>> open =
        arguments.has("--inside") ? Unfolded.all(state, scope) : Set.<List<NodeId>>of();
    Unfolded shown = Unfolded.of(state, scope, open, Map.of(), Unfolded.Layouts.of(state));
    ObjectNode root = new JsonMapper().createObjectNode();
    put(root, shown, new Point(0, 0));
    return root;
  }

  /** Places are told from the origin of the whole drawing, also of what is inside a task. */
  private void put(ObjectNode root, Unfolded shown, Point origin) {
    FlowGraph graph = shown.graph();
    root.put("resource", shown.place().scope().resource());
    root.put("template", shown.place().scope().template().value());
    if (!shown.place().isHere()) {
      root.put("file", shown.place().file());
    }
    var nodes = root.putArray("nodes");
    for (FlowNode node : graph.nodes()) {
      ObjectNode entry = nodes.addObject();
      put(entry, node);
      shown.open().boxOf(node.id()).ifPresent(box -> putBox(entry, box, origin));
      shown
          .frame(node.id())
          .ifPresent(
              frame ->
                  put(entry.putObject("inside"), frame.inside(), shown.originIn(frame, origin)));
    }
    var edges = root.putArray("edges");
    for (FlowEdge edge : graph.edges()) {
      ObjectNode entry = edges.addObject();
      entry.put("from", edge.from().value()).put("to", edge.to().value());
      if (!edge.condition().isEmpty()) {
        entry.put("condition", edge.condition());
      }
    }
    var groups = root.putArray("groups");
    graph
        .groups()
        .forEach(
            group -> {
              var members = groups.addArray();
              group.members().forEach(member -> members.add(member.value()));
            });
  }

  private void put(ObjectNode entry, FlowNode node) {
    entry.put("id", node.id().value());
    entry.put("kind", node.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    entry.put("subtitle", node.subtitle());
    node.opens().ifPresent(template -> entry.put("opens", template.value()));
    var markers = entry.putArray("behaviours");
    node.markers().stream()
        .map(marker -> marker.behaviour().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .distinct()
        .sorted()
        .forEach(markers::add);
    var words = entry.putArray("says");
    new MarkerWords(console.messages()).of(node.markers()).forEach(words::add);
  }

  /**
   * Without {@code from} what the template itself takes in, without {@code to} what it gives out.
   */
  private static void putData(ObjectNode root, DiagramState now, Scope scope) {
    var data = root.putArray("data");
    for (DataEdge edge : DataFlow.of(now.tree(), now.workflow(), now.graph(scope))) {
      ObjectNode entry = data.addObject();
      edge.from().ifPresent(from -> entry.put("from", from.value()));
      edge.to().ifPresent(to -> entry.put("to", to.value()));
      var names = entry.putArray("names");
      edge.names().forEach(names::add);
      entry.put("inOrder", edge.isInOrder());
    }
  }

  private static void putBox(ObjectNode entry, Box box, Point origin) {
    entry.put("x", box.x() + origin.x()).put("y", box.y() + origin.y());
    entry.put("width", box.width()).put("height", box.height());
  }
}

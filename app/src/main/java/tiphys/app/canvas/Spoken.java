// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tiphys.app.canvas.drawing.DataDrawing;
import tiphys.app.canvas.gesture.Hit;
import tiphys.app.message.MarkerWords;
import tiphys.app.message.Messages;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.run.TaskState;
import tiphys.model.symbol.DataEdge;

/** What the canvas shows, as a sentence for who cannot see it. */
final class Spoken {
  private final Messages messages;
  private Optional<Frame> last = Optional.empty();
  private String sentence = "";

  Spoken(Messages messages) {
    this.messages = messages;
  }

  /** The same again while nothing of it has changed: it is asked for in every frame of a pan. */
  @SuppressWarnings("ReferenceEquality") // what a change left alone is the same
  String of(Frame frame) {
    if (last.isEmpty()
        || last.get().drawing() != frame.drawing()
        || last.get().states() != frame.states()
        || last.get().data() != frame.data()
        || last.get().around().scene() != frame.around().scene()
        || last.get().around().problems() != frame.around().problems()
        || !data(last.get()).equals(data(frame))
        || !last.get().selection().equals(frame.selection())) {
      sentence = sentence(frame);
      last = Optional.of(frame);
    }
    return sentence;
  }

  private static Optional<DataEdge> data(Frame frame) {
    return frame.hover() instanceof Hit.OnData(DataEdge edge)
        ? Optional.of(edge)
        : Optional.empty();
  }

  private String sentence(Frame frame) {
    if (data(frame).isPresent()) {
      return of(data(frame).get());
    }
    Optional<FlowNode> single = frame.selection().single().flatMap(frame.drawing()::node);
    if (single.isPresent()) {
      return part(single.get(), frame).orElseGet(() -> of(single.get(), frame));
    }
    if (frame.selection().edge().isPresent()) {
      return of(frame.selection().edge().get());
    }
    int chosen = frame.selection().nodes().size();
    int all = frame.drawing().nodes().size();
    return chosen == 0
        ? messages.text("canvas.spoken.all", all)
        : messages.text("canvas.spoken.chosen", chosen, all);
  }

  /** One of the nodes of a run that are shown of a card. */
  private Optional<String> part(FlowNode node, Frame frame) {
    Scene scene = frame.around().scene();
    List<NodeId> way = new ArrayList<>(scene.way());
    way.add(node.id());
    return frame
        .selection()
        .part()
        .flatMap(part -> scene.stack(node.id()).flatMap(page -> page.card(part)))
        .map(
            card ->
                messages.text(
                    "canvas.spoken.part",
                    card.title(),
                    card.subtitle(),
                    phase(frame.states(way), card.id()),
                    node.title()));
  }

  private String of(FlowNode node, Frame frame) {
    String kind =
        messages.text("kind." + node.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    List<String> after = new ArrayList<>();
    List<String> before = new ArrayList<>();
    for (FlowEdge edge : frame.drawing().edges()) {
      if (edge.to().equals(node.id())) {
        after.add(edge.from().value());
      } else if (edge.from().equals(node.id())) {
        before.add(edge.to().value());
      }
    }
    String sentence =
        messages.text(
            "canvas.spoken.node",
            node.title(),
            kind,
            phase(frame.states(), node.id()),
            after.size(),
            String.join(", ", after),
            before.size(),
            String.join(", ", before),
            String.join(". ", new MarkerWords(messages).of(node.markers())));
    return (sentence.strip()
            + " "
            + problem(node, frame)
            + place(node, frame)
            + data(node.id(), frame.data()))
        .strip();
  }

  private String problem(FlowNode node, Frame frame) {
    return Optional.ofNullable(frame.around().problems(frame.around().scene().way()).get(node.id()))
        .map(problem -> messages.problem(problem) + " ")
        .orElse("");
  }

  /** Whether its inside is open in its place, and how deep it lies in such. */
  private String place(FlowNode node, Frame frame) {
    Scene scene = frame.around().scene();
    String open =
        scene
            .stack(node.id())
            .map(
                page ->
                    messages.text(
                        "canvas.spoken.stack", page.first(), page.last(), page.matching()))
            .or(() -> scene.active().frame(node.id()).map(_ -> messages.text("canvas.spoken.open")))
            .map(said -> said + " ")
            .orElse("");
    return scene.way().isEmpty()
        ? open
        : open
            + messages.text(
                "canvas.spoken.within",
                String.join(" / ", scene.way().stream().map(NodeId::value).toList()))
            + " ";
  }

  private String of(FlowEdge edge) {
    String from = edge.from().value();
    String to = edge.to().value();
    return edge.condition().isEmpty()
        ? messages.text("canvas.spoken.edge", from, to)
        : messages.text("canvas.spoken.edge-if", from, to, edge.condition());
  }

  private String of(DataEdge edge) {
    return messages.text(
        "canvas.spoken.data",
        from(edge),
        to(edge),
        String.join(", ", edge.names()),
        edge.isInOrder() ? 1 : 0);
  }

  private String from(DataEdge edge) {
    return edge.from().map(NodeId::value).orElseGet(() -> messages.text("canvas.spoken.inputs"));
  }

  private String to(DataEdge edge) {
    return edge.to().map(NodeId::value).orElseGet(() -> messages.text("canvas.spoken.outputs"));
  }

  /** What a task reads and gives, while that is shown. */
  private String data(NodeId node, DataDrawing data) {
    List<String> said = new ArrayList<>();
    for (int number : data.of(node)) {
      DataEdge edge = data.edges().get(number);
      String names = String.join(", ", edge.names());
      said.add(
          edge.to().filter(node::equals).isPresent()
              ? messages.text("canvas.spoken.reads", from(edge), names)
              : messages.text("canvas.spoken.read-by", to(edge), names));
    }
    return String.join(" ", said);
  }

  private String phase(Map<NodeId, TaskState> states, NodeId node) {
    return Optional.ofNullable(states.get(node))
        .flatMap(TaskState::phase)
        .map(phase -> messages.text("phase." + phase.name().toLowerCase(Locale.ROOT)))
        .orElse("");
  }
}

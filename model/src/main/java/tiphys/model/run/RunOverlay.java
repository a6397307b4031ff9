// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;

/**
 * A run laid over the designed graph. A node of the run belongs to the task that its name says
 * within the template of its boundary (reference: Argo's node names); the children of a fan-out,
 * the attempts of a retry and the rounds of a recursion all belong to one task.
 */
public final class RunOverlay {
  public static final RunOverlay NONE = new RunOverlay(Map.of(), Map.of());

  /** What follows the boundary's name: a DAG task, a step in its group, or a container. */
  private static final Pattern REST =
      Pattern.compile(
          "(?:\\[\\d+\\])?\\.([A-Za-z0-9_][-A-Za-z0-9_]*)(\\((\\d+):.*\\))?(\\((\\d+)\\))?",
          Pattern.DOTALL);

  private static final Set<String> HAVE_INSIDE = Set.of("DAG", "Steps", "StepGroup", "TaskGroup");

  /** For several nodes: what still goes on, then the worst, then the best. */
  private static final List<NodePhase> MOST_TELLING_FIRST =
      List.of(
          NodePhase.RUNNING,
          NodePhase.ERROR,
          NodePhase.FAILED,
          NodePhase.PENDING,
          NodePhase.SUCCEEDED,
          NodePhase.SKIPPED,
          NodePhase.OMITTED);

  private final Map<String, Map<NodeId, TaskState>> byTemplate;
  private final Map<String, NodeStatus> nodes;

  private RunOverlay(
      Map<String, Map<NodeId, TaskState>> byTemplate, Map<String, NodeStatus> nodes) {
    this.byTemplate = byTemplate;
    this.nodes = nodes;
  }

  /** One of a fan-out. @param number in its loop, as digits */
  private record Item(NodeStatus node, String number) {}

  /** The nodes of the run that belong to one task. */
  private static final class Gathering {
    private final List<NodeStatus> whole = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    private TaskState state() {
      List<NodeStatus> parts = parts();
      Map<NodePhase, Integer> counts = counts(parts);
      return new TaskState(
          phaseOf(counts(whole.isEmpty() ? parts : whole)),
          parts.size(),
          counts.getOrDefault(NodePhase.SUCCEEDED, 0),
          counts.getOrDefault(NodePhase.FAILED, 0) + counts.getOrDefault(NodePhase.ERROR, 0),
          counts.getOrDefault(NodePhase.RUNNING, 0),
          counts.getOrDefault(NodePhase.SKIPPED, 0) + counts.getOrDefault(NodePhase.OMITTED, 0),
          ids,
          parts.size() > 1 ? parts.stream().map(NodeStatus::id).toList() : List.of());
    }

    /** In the order of their numbers, however they came to be. */
    private List<NodeStatus> parts() {
      if (items.isEmpty()) {
        return whole;
      }
      items.sort(
          Comparator.comparingInt((Item item) -> item.number().length())
              .thenComparing(Item::number));
      return items.stream().map(Item::node).toList();
    }

    private static Map<NodePhase, Integer> counts(List<NodeStatus> nodes) {
      Map<NodePhase, Integer> counts = new EnumMap<>(NodePhase.class);
      nodes.forEach(node -> counts.merge(node.phase(), 1, Integer::sum));
      return counts;
    }

    private static Optional<NodePhase> phaseOf(Map<NodePhase, Integer> counts) {
      return MOST_TELLING_FIRST.stream().filter(counts::containsKey).findFirst();
    }
  }

  /** O(nodes of the run). */
  public static RunOverlay of(RunSnapshot run) {
    Map<String, Map<NodeId, Gathering>> byTemplate = new HashMap<>();
    for (NodeStatus node : run.nodes().values()) {
      if (!node.isHook()) {
        add(node, run, byTemplate);
      }
    }
    Map<String, Map<NodeId, TaskState>> states = new HashMap<>();
    byTemplate.forEach((template, tasks) -> states.put(template, states(tasks)));
    return new RunOverlay(states, run.nodes());
  }

  private static Map<NodeId, TaskState> states(Map<NodeId, Gathering> tasks) {
    Map<NodeId, TaskState> states = LinkedHashMap.newLinkedHashMap(tasks.size());
    tasks.forEach((id, gathering) -> states.put(id, gathering.state()));
    return Collections.unmodifiableMap(states);
  }

  /** What the run says of a scope's nodes; those it has not come to have no entry. */
  public Map<NodeId, TaskState> states(Scope scope) {
    return byTemplate.getOrDefault(scope.template().value(), Map.of());
  }

  /**
   * What the run says of the inside of a task: of that one alone, though others may run the same
   * template. O(nodes of the run).
   *
   * @param from the template where the way begins
   * @param way the tasks that lead inside one after the other; empty for the template itself
   */
  public Map<NodeId, TaskState> states(Scope from, List<NodeId> way) {
    if (way.isEmpty()) {
      return states(from);
    }
    RunPlaces places = new RunPlaces(nodes, from.template().value());
    Map<NodeId, Gathering> tasks = new LinkedHashMap<>();
    for (NodeStatus node : nodes.values()) {
      NodeStatus boundary = nodes.get(node.boundaryId());
      if (!node.isHook() && boundary != null && places.isInside(boundary, way)) {
        rest(node, boundary)
            .ifPresent(
                rest ->
                    add(
                        node,
                        tasks.computeIfAbsent(new NodeId(rest.group(1)), _ -> new Gathering()),
                        rest));
      }
    }
    return states(tasks);
  }

  /** A node of the run, by its id. */
  public Optional<NodeStatus> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /**
   * What is to be seen of tasks that fanned out, by the ways to them; those that did not are left
   * out.
   *
   * @param views what is looked at of each
   */
  public Map<List<NodeId>, StackPage> pages(Scope from, Map<List<NodeId>, StackView> views) {
    Map<List<NodeId>, StackPage> pages = new HashMap<>();
    views.forEach(
        (way, view) ->
            Optional.ofNullable(states(from, way.subList(0, way.size() - 1)).get(way.getLast()))
                .filter(TaskState::isFanOut)
                .ifPresent(state -> pages.put(way, StackPage.of(state, this, view))));
    return pages;
  }

  /** What the run says of the cards of a page, each of which stands for one node. */
  public Map<NodeId, TaskState> states(StackPage page) {
    Map<NodeId, TaskState> states = new LinkedHashMap<>();
    for (StackPage.Card card : page.cards()) {
      node(card.id().value()).ifPresent(node -> states.put(card.id(), stateOf(node)));
    }
    return states;
  }

  private static TaskState stateOf(NodeStatus node) {
    Gathering one = new Gathering();
    one.whole.add(node);
    one.ids.add(node.id());
    return one.state();
  }

  /**
   * The task that a node of a run belongs to; none for the root and for what runs at the end of the
   * whole workflow.
   */
  public static Optional<RunTask> taskOf(NodeStatus node, RunSnapshot run) {
    return Optional.ofNullable(run.nodes().get(node.boundaryId()))
        .flatMap(
            boundary ->
                rest(node, boundary)
                    .map(rest -> new RunTask(boundary.templateName(), new NodeId(rest.group(1)))));
  }

  /** What a node's name says behind that of the node that it is in. */
  static Optional<Matcher> rest(NodeStatus node, NodeStatus boundary) {
    return node.name().startsWith(boundary.name())
        ? Optional.of(REST.matcher(node.name().substring(boundary.name().length())))
            .filter(Matcher::matches)
        : Optional.empty();
  }

  private static void add(
      NodeStatus node, RunSnapshot run, Map<String, Map<NodeId, Gathering>> byTemplate) {
    NodeStatus boundary = run.nodes().get(node.boundaryId());
    // a leaf template that is shown on its own is coloured by whatever runs it
    if (!node.templateName().isEmpty() && !HAVE_INSIDE.contains(node.type())) {
      gathering(byTemplate, node.templateName(), node.templateName()).whole.add(node);
      gathering(byTemplate, node.templateName(), node.templateName()).ids.add(node.id());
    }
    if (boundary != null) {
      rest(node, boundary).ifPresent(rest -> add(node, boundary, rest, byTemplate));
    }
  }

  private static void add(
      NodeStatus node,
      NodeStatus boundary,
      Matcher rest,
      Map<String, Map<NodeId, Gathering>> byTemplate) {
    add(node, gathering(byTemplate, boundary.templateName(), rest.group(1)), rest);
  }

  private static void add(NodeStatus node, Gathering task, Matcher rest) {
    task.ids.add(node.id());
    boolean isAttempt = node.isRetryAttempt() || rest.group(5) != null;
    if (rest.group(2) != null && !isAttempt) {
      task.items.add(new Item(node, rest.group(3)));
    } else if (!isAttempt) {
      task.whole.add(node);
    }
  }

  private static Gathering gathering(
      Map<String, Map<NodeId, Gathering>> byTemplate, String template, String task) {
    return byTemplate
        .computeIfAbsent(template, _ -> new LinkedHashMap<>())
        .computeIfAbsent(new NodeId(task), _ -> new Gathering());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import tiphys.app.canvas.drawing.Drawing;
import tiphys.app.canvas.gesture.Intent;
import tiphys.app.editor.EditTool;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.model.command.AddTask;
import tiphys.model.command.AddTaskOfKind;
import tiphys.model.command.CallTemplate;
import tiphys.model.command.Command;
import tiphys.model.command.ConnectTasks;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.DisableTasks;
import tiphys.model.command.DuplicateTasks;
import tiphys.model.command.ExtractTemplate;
import tiphys.model.command.InlineTemplate;
import tiphys.model.command.MoveNodes;
import tiphys.model.command.MoveStep;
import tiphys.model.command.MoveTask;
import tiphys.model.command.RenameTask;
import tiphys.model.command.SetNote;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.layout.Alignment;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowSpec;
import tiphys.model.writing.StepGroups;

/** What hands and keys ask for, as commands of the editor. */
final class Edits {
  private final CanvasViewModel model;
  private final Editor editor;
  private final TemplateEdits templates;
  private final HookEdits hooks;
  private final EdgeEdits edges;
  private final Fragments fragments;
  private final Stacks stacks;

  /** Where a new task goes and what it is wired to. */
  record Wish(
      Optional<Point> corner, List<NodeId> after, List<NodeId> before, Optional<FlowEdge> on) {
    static final Wish ANYWHERE = new Wish(Optional.empty(), List.of(), List.of(), Optional.empty());

    static Wish wired(Point corner, List<NodeId> after, List<NodeId> before) {
      return new Wish(Optional.of(corner), after, before, Optional.empty());
    }

    static Wish on(FlowEdge edge) {
      return new Wish(Optional.empty(), List.of(), List.of(), Optional.of(edge));
    }

    static Wish at(Point corner) {
      return wired(corner, List.of(), List.of());
    }

    static Wish before(NodeId node) {
      return new Wish(Optional.empty(), List.of(), List.of(node), Optional.empty());
    }

    static Wish after(NodeId node) {
      return new Wish(Optional.empty(), List.of(node), List.of(), Optional.empty());
    }
  }

  Edits(CanvasViewModel model) {
    this.model = model;
    this.editor = model.editor();
    this.templates = new TemplateEdits(model);
    this.hooks = new HookEdits(model);
    this.edges = new EdgeEdits(model);
    this.fragments = new Fragments(model);
    this.stacks = new Stacks(model);
  }

  TemplateEdits templates() {
    return templates;
  }

  HookEdits hooks() {
    return hooks;
  }

  EdgeEdits edges() {
    return edges;
  }

  Fragments fragments() {
    return fragments;
  }

  /** Does what a gesture came to; an offer to create is left to whoever can ask. */
  void perform(Intent intent) {
    switch (intent) {
      case Intent.Move(Map<NodeId, Point> corners) -> move(corners);
      case Intent.MoveStep(NodeId step, StepGroups.Target target) ->
          apply(scope -> new MoveStep(scope, step, target));
      case Intent.Connect(NodeId from, NodeId to) ->
          apply(scope -> new ConnectTasks(scope, from, to));
      case Intent.Create(NodeKind kind, Point corner) ->
          create(new CreateChoice.OfKind(kind), Wish.at(corner));
      case Intent.Insert(FlowEdge edge, NodeKind kind, Point corner) ->
          edges.insert(edge, new CreateChoice.OfKind(kind), Optional.of(model.shut(corner)));
      case Intent.Reconnect(FlowEdge edge, NodeId from, NodeId to) ->
          edges.reconnect(edge, from, to);
      case Intent.Select(Selection selection) -> model.select(selection);
      case Intent.Look(var viewport) -> model.look(viewport);
      case Intent.Refuse(Problem why) -> editor.refuse(why);
      case Intent.OfferToCreate _, Intent.Nothing _ -> {}
    }
  }

  void create(CreateChoice choice, Wish wish) {
    if (wish.on().isPresent()) {
      edges.insert(wish.on().get(), choice, Optional.empty());
      return;
    }
    Optional<Point> corner = wish.corner().map(model::shut);
    apply(
        scope ->
            switch (choice) {
              case CreateChoice.OfKind(NodeKind kind) ->
                  new AddTaskOfKind(scope, kind, corner, wish.after(), wish.before());
              case CreateChoice.OfTemplate(TemplateName template, _) ->
                  new AddTask(
                      scope, template, Optional.empty(), corner, wish.after(), wish.before());
            });
  }

  /** Everything that a new task of the scope may run. */
  List<CreateChoice> choices() {
    return editor
        .scope()
        .map(
            scope ->
                CreateChoice.all(
                    spec(scope).map(WorkflowSpec::templates).orElse(List.of()),
                    Set.of(scope.template())))
        .orElse(List.of());
  }

  /** The reason why it cannot be called that. The one card of a leaf is its template. */
  Optional<Problem> rename(NodeId node, String name) {
    if (name.equals(node.value())) {
      return Optional.empty();
    }
    boolean isTemplate = editor.scope().filter(scope -> isLeaf(scope, node)).isPresent();
    return isTemplate
        ? templates.rename(name)
        : apply(scope -> new RenameTask(scope, node, new TaskName(name)));
  }

  private boolean isLeaf(Scope scope, NodeId node) {
    return scope.template().value().equals(node.value())
        && Scopes.template(editor.state().get().workflow(), scope)
            .filter(template -> Scopes.tasks(template).isEmpty())
            .isPresent();
  }

  /** Does what a tool of the table does with what is chosen. */
  void use(EditTool tool) {
    Set<NodeId> nodes = model.selection().nodes();
    switch (tool) {
      case CUT -> {
        if (isOfFile() && fragments.copy(nodes)) {
          deleteChosen();
        }
      }
      case COPY -> fragments.copy(nodes);
      case PASTE -> fragments.paste(Optional.empty());
      case INSERT_ON_EDGE,
          CONDITION,
          WAIT_FOR,
          REPLACE,
          CHANGE_KIND,
          NOTE,
          HOOKS,
          RENAME_TEMPLATE,
          SLOTS -> {} // asked first
      case AREA, LEAVE_AREA -> {} // has a field of its own
      case LASSO, MAKE_ROOM, HAND -> {} // the pointer does it
      case DISABLE -> disable(nodes);
      case EXTRACT -> extract(nodes);
      case INLINE ->
          model
              .selection()
              .single()
              .ifPresent(node -> apply(scope -> new InlineTemplate(scope, node)));
      case SELECT_UPSTREAM -> selectWith(FlowGraph::ancestors);
      case SELECT_DOWNSTREAM -> selectWith(FlowGraph::descendants);
      case SELECT_CRITICAL -> selectCritical();
      case OPEN_IN_PLACE -> model.selection().single().ifPresent(this::toggle);
      case OPEN_STACK -> model.selection().single().ifPresent(this::toggleStack);
      case OPEN_ALL_IN_PLACE -> editor.inPlace().toggleAll();
      case ALIGN_COLUMN -> align(Alignment.COLUMN);
      case ALIGN_ROW -> align(Alignment.ROW);
      case SPREAD_DOWN -> align(Alignment.SPREAD_DOWN);
      case SPREAD_ACROSS -> align(Alignment.SPREAD_ACROSS);
      case MOVE_UP -> moveInText(-1);
      case MOVE_DOWN -> moveInText(1);
      case DUPLICATE_TEMPLATE, DELETE_TEMPLATE, SET_ENTRYPOINT, SET_EXIT_HANDLER ->
          templates.use(tool);
      case DUPLICATE -> apply(scope -> new DuplicateTasks(scope, nodes));
    }
  }

  /** Enables where all are disabled, else disables. */
  private void disable(Set<NodeId> nodes) {
    boolean areAllOff =
        nodes.stream()
            .flatMap(node -> model.drawing().node(node).stream())
            .allMatch(node -> node.has(Behaviour.DISABLED));
    apply(scope -> new DisableTasks(scope, nodes, !areAllOff));
  }

  /** Into a template under the first free name, which is then chosen to be renamed. */
  private void extract(Set<NodeId> nodes) {
    Set<String> taken = new HashSet<>();
    Scopes.all(editor.state().get().workflow()).forEach(at -> taken.add(at.template().value()));
    String name = "extracted";
    for (int i = 2; taken.contains(name); i++) {
      name = "extracted-" + i;
    }
    TemplateName free = new TemplateName(name);
    apply(scope -> new ExtractTemplate(scope, nodes, free));
  }

  /** The chosen and all that they wait for, or that waits for them. */
  private void selectWith(BiFunction<FlowGraph, NodeId, Set<NodeId>> kin) {
    editor
        .scope()
        .ifPresent(
            scope -> {
              FlowGraph graph = editor.state().get().graph(scope);
              Set<NodeId> all = new LinkedHashSet<>(model.selection().nodes());
              model.selection().nodes().forEach(node -> all.addAll(kin.apply(graph, node)));
              model.select(Selection.of(all));
            });
  }

  private void selectCritical() {
    List<NodeId> path = model.criticalPath();
    if (path.isEmpty()) {
      editor.refuse(Problem.refusal(ProblemCode.NO_CRITICAL_PATH));
    } else {
      model.select(Selection.of(new LinkedHashSet<>(path)));
    }
  }

  private void align(Alignment alignment) {
    Optional<Scope> scope = editor.scope();
    if (scope.isEmpty()) {
      return;
    }
    if (!model.frame().get().groups().isEmpty()) {
      editor.refuse(Problem.refusal(ProblemCode.ALIGN_STEPS, scope.get().template().value()));
      return;
    }
    move(alignment.of(cornersOfChosen()));
  }

  private Map<NodeId, Point> cornersOfChosen() {
    Drawing drawing = model.drawing();
    Map<NodeId, Point> corners = new LinkedHashMap<>();
    for (NodeId node : model.selection().nodes()) {
      drawing.boxOf(node).ifPresent(box -> corners.put(node, new Point(box.x(), box.y())));
    }
    return corners;
  }

  /** Past the neighbour in the text. */
  private void moveInText(int step) {
    List<FlowNode> nodes = model.drawing().nodes();
    int at = model.selection().single().map(model.drawing()::numberOf).orElse(-1);
    int beside = at + step;
    if (at >= 0 && beside >= 0 && beside < nodes.size()) {
      NodeId moved = nodes.get(at).id();
      NodeId anchor = nodes.get(beside).id();
      apply(scope -> new MoveTask(scope, moved, anchor, step > 0));
    }
  }

  void replaceTemplate(NodeId node, CreateChoice choice) {
    apply(scope -> new CallTemplate(scope, node, choice.called(), choice.kindOfNew()));
  }

  String note(Optional<NodeId> node) {
    return editor.scope().map(scope -> SetNote.of(editor.state().get(), scope, node)).orElse("");
  }

  Optional<Problem> setNote(Optional<NodeId> node, String text) {
    return apply(scope -> new SetNote(scope, node, text));
  }

  /** The chosen cards, or the chosen edge. */
  void deleteChosen() {
    Selection chosen = model.selection();
    if (!isOfFile()) {
      return;
    }
    if (!chosen.nodes().isEmpty()) {
      apply(scope -> new DeleteTasks(scope, chosen.nodes()));
    }
    chosen.edge().ifPresent(edges::disconnect);
  }

  /** Whether what is chosen can be taken out of the file; else it is said why not. */
  private boolean isOfFile() {
    Optional<NodeId> task = model.selection().single();
    boolean isPart = model.selection().part().isPresent() && task.isPresent();
    if (isPart) {
      editor.refuse(Problem.refusal(ProblemCode.PART_OF_RUN, task.get().value()));
    }
    return !isPart;
  }

  /** Moves the chosen cards by a little; a step, to its next place among the groups. */
  void nudge(Direction direction, double distance) {
    List<FlowGroup> groups = model.frame().get().groups();
    if (!groups.isEmpty()) {
      model
          .selection()
          .single()
          .ifPresent(
              step ->
                  StepWalk.target(groups, step, direction, model.drawing().heading())
                      .ifPresent(target -> apply(scope -> new MoveStep(scope, step, target))));
      return;
    }
    Map<NodeId, Point> corners = cornersOfChosen();
    corners.replaceAll(
        (_, at) -> new Point(at.x() + direction.x() * distance, at.y() + direction.y() * distance));
    if (!corners.isEmpty()) {
      move(corners);
    }
  }

  /** What is kept of a place among frames is the one without them. */
  private void move(Map<NodeId, Point> corners) {
    apply(scope -> new MoveNodes(scope, model.shut(corners)));
  }

  /**
   * Goes into a frame that is open, to its first task; else to where the template has its own page.
   */
  void enter(NodeId node) {
    if (stacks.enter(node)) {
      return;
    }
    if (!editor.inPlace().isOpen(node) || model.isForeign(node)) {
      editor.open(node);
      return;
    }
    List<NodeId> way = new ArrayList<>(editor.inPlace().way());
    way.add(node);
    editor.inPlace().activate(way);
    model.drawing().nodes().stream()
        .findFirst()
        .ifPresent(first -> model.select(Selection.of(first.id())));
  }

  /** Opens a card in place, or closes its frame; it is the one that is chosen then. */
  void toggle(NodeId node) {
    boolean hasInside = model.drawing().node(node).filter(FlowNode::hasInside).isPresent();
    if (!hasInside && stacks.isStack(node)) {
      toggleStack(node);
      return;
    }
    model.select(Selection.of(node));
    model.toggle(node).ifPresent(editor::refuse);
  }

  /** Shows what a task became in a run instead of its stack, or makes one of it again. */
  void toggleStack(NodeId node) {
    model.select(Selection.of(node));
    stacks.toggle(node).ifPresent(editor::refuse);
  }

  Stacks stacks() {
    return stacks;
  }

  private Optional<Problem> apply(Function<Scope, Command> command) {
    return editor
        .scope()
        .map(command)
        .map(editor::apply)
        .flatMap((Outcome<DiagramState> outcome) -> outcome.refusal());
  }

  private Optional<WorkflowSpec> spec(Scope scope) {
    List<Resource> resources = editor.state().get().workflow().resources();
    return scope.resource() < resources.size()
        ? resources.get(scope.resource()).spec()
        : Optional.empty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import tiphys.model.diagram.Diagram;
import tiphys.model.expression.TaskResult;
import tiphys.model.given.Corpus;
import tiphys.model.given.TreeText;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.layout.Point;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.StepGroups;
import tiphys.model.yaml.YamlTree;

/** What holds for every command on every real file. */
final class CommandContractTest {
  static final List<String> TEXTS =
      Corpus.files().stream().map(Corpus::text).filter(text -> text.length() < 20_000).toList();

  private static final List<String> VALUES =
      List.of(
          "x",
          "",
          "on",
          "0777",
          "a: b",
          "{{item}}",
          "[a, b]",
          "- c",
          "two\nlines\n",
          "trailing ",
          " # no comment",
          "日本語",
          "'",
          "\"",
          "\\n",
          "yes",
          "1",
          "true",
          "&a",
          "*b",
          "|",
          "%x",
          "a\n");

  /** Tasks of real files, alone and with what they call, and text that is none. */
  private static final List<String> FRAGMENTS =
      TEXTS.stream().limit(200).flatMap(text -> fragments(text).stream()).toList();

  private static List<String> fragments(String text) {
    DiagramState state = DiagramState.of(SourceText.of(text), Positions.NONE);
    List<String> fragments = new ArrayList<>(List.of("hello: [", "- 1", ""));
    for (Scope scope : Scopes.all(state.workflow())) {
      Set<NodeId> nodes = ids(state.graph(scope));
      FragmentText.of(state, scope, nodes).result().ifPresent(fragments::add);
      FragmentText.withTemplates(state, scope, nodes).result().ifPresent(fragments::add);
    }
    return fragments;
  }

  /**
   * A choice among everything that can be done.
   *
   * @param kind which command
   * @param one picks, for what there is to pick from
   */
  record Choice(int kind, int one, int two, int three) {}

  @Provide
  Arbitrary<Choice> choices() {
    Arbitrary<Integer> any =
        Arbitraries.integers().between(0, 9_999).withDistribution(RandomDistribution.uniform());
    return Combinators.combine(any, any, any, any).as(Choice::new);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(TEXTS);
  }

  @Property(tries = 3000, seed = "20261124")
  void aCommandDoesWhatItSaysAndIsUndoneToTheByteOrChangesNothing(
      @ForAll("texts") String text, @ForAll("choices") Choice choice, @ForAll boolean windows) {
    String written = windows ? text.replaceAll("(?<!\r)\n", "\r\n") : text;
    Diagram diagram = Diagram.open(SourceText.of(written), Positions.NONE);
    List<Scope> scopes = Scopes.all(diagram.state().workflow());
    if (scopes.isEmpty()) {
      return;
    }
    Scope scope = scope(choice, scopes, diagram.state());
    Command command = command(choice, scope, diagram.state());
    DiagramState before = diagram.state();
    switch (diagram.apply(command)) {
      case Outcome.Refused<DiagramState> _ -> assertSame(before, diagram.state());
      case Outcome.Done<DiagramState>(DiagramState after) -> {
        assertEquals(
            TreeText.of(YamlTree.parse(after.text())),
            TreeText.of(after.tree()),
            () -> command.toString());
        assertIntended(command, before, after);
        if (diagram.undoable().isPresent()) {
          diagram.undo();
          assertEquals(written, diagram.state().text().toString(), () -> command.toString());
          diagram.redo();
          assertEquals(after.text(), diagram.state().text());
        }
      }
    }
  }

  /** Mostly a scope with something to connect in it. */
  static Scope scope(Choice choice, List<Scope> scopes, DiagramState state) {
    List<Scope> drawn =
        scopes.stream().filter(scope -> state.graph(scope).nodes().size() > 1).toList();
    List<Scope> chosenFrom = drawn.isEmpty() || choice.one() % 7 == 0 ? scopes : drawn;
    return chosenFrom.get(choice.one() % chosenFrom.size());
  }

  static Command command(Choice choice, Scope scope, DiagramState state) {
    List<FlowNode> nodes = state.graph(scope).nodes();
    NodeId first =
        nodes.isEmpty() ? new NodeId("none") : nodes.get(choice.two() % nodes.size()).id();
    NodeId second =
        nodes.isEmpty() ? new NodeId("none") : nodes.get(choice.three() % nodes.size()).id();
    String value = VALUES.get(choice.three() % VALUES.size());
    Optional<Point> corner = Optional.of(new Point(choice.two(), choice.three()));
    if (choice.kind() % 3 == 0) {
      return FieldChoices.command(choice.one(), choice.two(), value, scope, first, state);
    }
    return switch (choice.kind() % 32) {
      case 0 ->
          new AddTask(scope, scope.template(), Optional.empty(), corner, List.of(first), List.of());
      case 1 ->
          new AddTaskOfKind(
              scope,
              List.of(NodeKind.values()).get(choice.three() % NodeKind.values().length),
              corner,
              List.of(),
              List.of(first));
      case 2 -> new AddTemplate(scope.resource(), NodeKind.SCRIPT, new TemplateName("new-one"));
      case 3 -> new ConnectTasks(scope, first, second);
      case 4 -> new DisconnectTasks(scope, first, second);
      case 5 -> new DeleteTasks(scope, Set.of(first));
      case 6 -> new DeleteTasks(scope, Set.copyOf(List.of(first, second)));
      case 7 -> new RenameTask(scope, first, new TaskName("renamed-task"));
      case 8 ->
          new RenameTemplate(
              scope.resource(), scope.template(), new TemplateName("renamed-template"));
      case 9 ->
          new SetField(
              new FieldOwner.OfTask(scope, first), List.of("arguments", "parameters", "p"), value);
      case 10 ->
          new SetField(new FieldOwner.OfTemplate(scope), List.of("container", "image"), value);
      case 11 -> new DuplicateTasks(scope, Set.copyOf(List.of(first, second)));
      case 13 ->
          new InsertTask(
              scope,
              edge(choice, scope, state).from(),
              edge(choice, scope, state).to(),
              Optional.empty(),
              NodeKind.SCRIPT,
              corner);
      case 14 ->
          new ReconnectTasks(
              scope,
              edge(choice, scope, state).from(),
              edge(choice, scope, state).to(),
              choice.one() % 2 == 0 ? first : edge(choice, scope, state).from(),
              choice.one() % 2 == 0 ? edge(choice, scope, state).to() : first);
      case 15 ->
          new SetCondition(
              scope,
              edge(choice, scope, state).from(),
              edge(choice, scope, state).to(),
              Set.copyOf(
                  List.of(TaskResult.values()).subList(choice.one() % 3, choice.one() % 3 + 2)));
      case 16 -> new SetDepends(scope, first, second.value() + ".Failed");
      case 17 -> new MoveTask(scope, first, second, choice.one() % 2 == 0);
      case 18 -> new DisableTasks(scope, Set.copyOf(List.of(first, second)), true);
      case 19 -> new DisableTasks(scope, Set.of(first), false);
      case 20 -> new CallTemplate(scope, first, Optional.of(scope.template()), NodeKind.DAG);
      case 21 -> new CallTemplate(scope, first, Optional.empty(), NodeKind.HTTP);
      case 22 ->
          new ChangeKind(
              scope,
              List.of(NodeKind.values()).get(choice.three() % NodeKind.values().length),
              choice.one() % 2 == 0);
      case 23 -> new SetNote(scope, Optional.of(first), value);
      case 24 -> new DuplicateTemplate(scope, Optional.empty());
      case 25 -> new DeleteTemplate(scope);
      case 26 -> choice.one() % 2 == 0 ? new SetEntrypoint(scope) : new SetExitHandler(scope);
      case 27 ->
          new ExtractTemplate(
              scope, Set.copyOf(List.of(first, second)), new TemplateName("extracted"));
      case 28 -> new InlineTemplate(scope, first);
      case 29 ->
          new AddSlot(
              scope, slot(choice), "added", Optional.of(value).filter(text -> !text.isEmpty()));
      case 30 -> {
        Slot slot = slot(choice);
        String name = slotName(scope, slot, state);
        yield choice.one() % 2 == 0
            ? new RenameSlot(scope, slot, name, "renamed-slot")
            : new RemoveSlot(scope, slot, name);
      }
      case 12 -> new PasteFragment(scope, FRAGMENTS.get(choice.three() % FRAGMENTS.size()), corner);
      case 31 ->
          new MoveStep(
              scope,
              first,
              new StepGroups.Target(
                  choice.two() % 4,
                  choice.one() % 3 == 0 ? Optional.empty() : Optional.of(choice.three() % 3)));
      default -> new MoveNodes(scope, Map.of(first, new Point(1, 2)));
    };
  }

  private static Ground ground(DiagramState state, Scope scope) {
    return Ground.of(state, scope).result().orElseThrow();
  }

  private static Slot slot(Choice choice) {
    return List.of(Slot.values()).get(choice.two() % Slot.values().length);
  }

  private static String slotName(Scope scope, Slot slot, DiagramState state) {
    return SlotNames.of(state, scope, slot).stream().findFirst().orElse("none");
  }

  private static FlowEdge edge(Choice choice, Scope scope, DiagramState state) {
    List<FlowEdge> edges = state.graph(scope).edges();
    return edges.isEmpty()
        ? new FlowEdge(new NodeId("none"), new NodeId("none"), "")
        : edges.get(choice.two() % edges.size());
  }

  private static void assertIntended(Command command, DiagramState before, DiagramState after) {
    switch (command) {
      case AddTask add -> assertEquals(1, added(add.scope(), before, after).size());
      case AddTaskOfKind add -> {
        assertEquals(1, added(add.scope(), before, after).size());
        assertEquals(
            templates(before, add.scope()).size() + 1, templates(after, add.scope()).size());
      }
      case AddTemplate add ->
          assertTrue(
              Scopes.template(after.workflow(), new Scope(add.resource(), add.name())).isPresent());
      case ConnectTasks connect ->
          assertTrue(after.graph(connect.scope()).edge(connect.from(), connect.to()).isPresent());
      case DisconnectTasks disconnect ->
          assertTrue(
              after.graph(disconnect.scope()).edge(disconnect.from(), disconnect.to()).isEmpty());
      case DeleteTasks delete -> {
        Set<NodeId> left = ids(before.graph(delete.scope()));
        left.removeAll(delete.nodes());
        assertEquals(left, ids(after.graph(delete.scope())));
      }
      case RenameTask rename -> {
        FlowGraph graph = after.graph(rename.scope());
        assertTrue(graph.node(new NodeId(rename.to().value())).isPresent());
        assertEquals(before.graph(rename.scope()).edges().size(), graph.edges().size());
      }
      case RenameTemplate rename -> {
        Scope renamed = new Scope(rename.resource(), rename.to());
        assertTrue(Scopes.template(after.workflow(), renamed).isPresent());
        assertEquals(opened(before), opened(after));
      }
      case SetField set -> FieldChoices.assertSet(set, after);
      case UnsetField unset -> FieldChoices.assertUnset(unset, after);
      case AddItem add -> FieldChoices.assertAdded(add, before, after);
      case MoveItem move -> FieldChoices.assertMoved(move, before, after);
      case RenameKey rename -> FieldChoices.assertRenamed(rename, after);
      case DuplicateTasks duplicate ->
          assertEquals(duplicate.nodes().size(), added(duplicate.scope(), before, after).size());
      case PasteFragment paste ->
          assertEquals(
              Fragment.parse(paste.text()).result().orElseThrow().tasks().size(),
              added(paste.scope(), before, after).size());
      case MoveStep move ->
          assertEquals(ids(before.graph(move.scope())), ids(after.graph(move.scope())));
      case InsertTask insert -> {
        assertEquals(1, added(insert.scope(), before, after).size());
        NodeId made = added(insert.scope(), before, after).iterator().next();
        assertTrue(after.graph(insert.scope()).edge(insert.from(), made).isPresent());
        assertTrue(after.graph(insert.scope()).edge(made, insert.to()).isPresent());
      }
      case ReconnectTasks moved ->
          assertTrue(after.graph(moved.scope()).edge(moved.newFrom(), moved.newTo()).isPresent());
      case SetCondition set ->
          assertEquals(
              set.results().stream()
                  .sorted()
                  .map(TaskResult::argoName)
                  .collect(Collectors.joining(" / ")),
              after.graph(set.scope()).edge(set.from(), set.to()).orElseThrow().condition());
      case SetDepends set ->
          assertEquals(
              Optional.of(set.expression()), WaitingText.of(after, set.scope(), set.node()));
      case MoveTask move -> {
        assertEquals(ids(before.graph(move.scope())), ids(after.graph(move.scope())));
        assertEquals(
            Set.copyOf(before.graph(move.scope()).edges()),
            Set.copyOf(after.graph(move.scope()).edges()));
      }
      case DisableTasks disable ->
          disable
              .nodes()
              .forEach(
                  node ->
                      assertEquals(
                          disable.isDisabled(),
                          after
                              .graph(disable.scope())
                              .node(node)
                              .orElseThrow()
                              .has(Behaviour.DISABLED)));
      case CallTemplate call -> {
        assertEquals(before.graph(call.scope()).edges(), after.graph(call.scope()).edges());
        assertTrue(
            call.called().isEmpty()
                || CalledTemplate.of(after, call.scope(), call.node())
                    .filter(call.scope()::equals)
                    .isPresent());
      }
      case ChangeKind change ->
          assertTrue(
              Scopes.template(after.workflow(), change.scope())
                  .orElseThrow()
                  .body()
                  .argoName()
                  .equalsIgnoreCase(change.kind().name().replace("_", "")));
      case SetNote note ->
          assertEquals(
              note.text().strip(),
              SetNote.of(after, note.scope(), note.node()).strip(),
              () -> after.text().toString());
      case DuplicateTemplate twice ->
          assertEquals(
              templates(before, twice.scope()).size() + 1, templates(after, twice.scope()).size());
      case DeleteTemplate delete ->
          assertEquals(
              templates(before, delete.scope()).size() - 1,
              templates(after, delete.scope()).size());
      case SetEntrypoint set ->
          assertEquals(
              Optional.of(set.scope().template()),
              Scopes.spec(after.workflow(), set.scope().resource()).orElseThrow().entrypoint());
      case SetExitHandler set ->
          assertEquals(
              Scopes.spec(before.workflow(), set.scope().resource())
                  .orElseThrow()
                  .onExit()
                  .filter(set.scope().template()::equals)
                  .isEmpty(),
              Scopes.spec(after.workflow(), set.scope().resource())
                  .orElseThrow()
                  .onExit()
                  .filter(set.scope().template()::equals)
                  .isPresent());
      case ExtractTemplate extract -> {
        assertEquals(
            templates(before, extract.scope()).size() + 1,
            templates(after, extract.scope()).size());
        assertEquals(
            extract.nodes(),
            ids(after.graph(new Scope(extract.scope().resource(), extract.name()))));
      }
      case InlineTemplate inline ->
          assertTrue(after.graph(inline.scope()).node(inline.node()).isEmpty());
      case AddSlot add ->
          assertTrue(
              new SlotUses(ground(after, add.scope()), add.slot(), add.name())
                  .declaration()
                  .isPresent());
      case RenameSlot rename -> {
        Ground renamed = ground(after, rename.scope());
        assertTrue(new SlotUses(renamed, rename.slot(), rename.to()).declaration().isPresent());
        assertEquals(
            new SlotUses(ground(before, rename.scope()), rename.slot(), rename.from())
                .use()
                .isPresent(),
            new SlotUses(renamed, rename.slot(), rename.to()).use().isPresent());
      }
      case RemoveSlot remove ->
          assertTrue(
              new SlotUses(ground(after, remove.scope()), remove.slot(), remove.name())
                  .declaration()
                  .isEmpty());
      case Correct _, Quote _, Modernise _ ->
          assertEquals(before.tree().documents().size(), after.tree().documents().size());
      case MoveNodes move -> assertEquals(move.corners(), after.positions().in(move.scope()));
    }
  }

  private static Set<NodeId> added(Scope scope, DiagramState before, DiagramState after) {
    Set<NodeId> added = ids(after.graph(scope));
    added.removeAll(ids(before.graph(scope)));
    return added;
  }

  private static Set<NodeId> ids(FlowGraph graph) {
    Set<NodeId> ids = new HashSet<>();
    graph.nodes().forEach(node -> ids.add(node.id()));
    return ids;
  }

  private static List<Template> templates(DiagramState state, Scope scope) {
    return Scopes.spec(state.workflow(), scope.resource()).orElseThrow().templates();
  }

  /** How many nodes of the file call something that is there. */
  private static List<Integer> opened(DiagramState state) {
    List<Integer> counts = new ArrayList<>();
    for (Scope scope : Scopes.all(state.workflow())) {
      counts.add(
          (int)
              state.graph(scope).nodes().stream()
                  .filter(node -> node.kind() != NodeKind.UNKNOWN)
                  .count());
    }
    return counts;
  }
}

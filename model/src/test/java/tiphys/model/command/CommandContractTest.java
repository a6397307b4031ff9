// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tiphys.model.expression.TaskResult;
import tiphys.model.given.GeneratedYaml;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.place.Locator;
import tiphys.model.state.Area;
import tiphys.model.state.DiagramState;
import tiphys.model.symbol.VolumeNames;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Template;
import tiphys.model.yaml.YamlPlace;

/** What holds for every command on every real file, and on thousands of made-up ones. */
final class CommandContractTest {
  /** More with {@code -Dlaw.times=20}, others with {@code -Dlaw.seed=7}. */
  private static final int TIMES = Integer.getInteger("law.times", 1);

  private static final long SEED = Long.getLong("law.seed", 20_261_124L);

  @Test
  void everyCommandHasASample() {
    assertEquals(Set.of(Command.class.getPermittedSubclasses()), CommandSamples.known());
  }

  @Provide
  Arbitrary<Integer> everyRealFile() {
    return Arbitraries.integers().between(0, CommandSamples.TEXTS.size() - 1);
  }

  @Property(generation = GenerationMode.EXHAUSTIVE, tries = 10_000)
  void commandsOnEveryRealFileDoWhatTheySayAndNothingElse(@ForAll("everyRealFile") int file) {
    for (int i = 0; i < TIMES; i++) {
      Random random = new Random(SEED + file + 100_003L * i);
      String text = CommandSamples.TEXTS.get(file);
      boolean isWindows = random.nextInt(4) == 0;
      new CommandTrial(isWindows ? text.replaceAll("(?<!\r)\n", "\r\n") : text, random).run(4);
    }
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(tries = 2000, seed = "20261124")
  void commandsOnAMadeUpFileDoWhatTheySayAndNothingElse(@ForAll("seeds") long seed) {
    for (int i = 0; i < TIMES; i++) {
      long own = seed + SEED + i;
      new CommandTrial(GeneratedYaml.text(own), new Random(own)).run(6);
    }
  }

  private static Ground ground(DiagramState state, Scope scope) {
    return Ground.of(state, scope).result().orElseThrow();
  }

  /** What a command says of itself; nodes without a name of their own go by their position. */
  static void assertIntended(Command command, DiagramState before, DiagramState after) {
    boolean isNamed =
        Scopes.all(before.workflow()).stream()
            .flatMap(scope -> before.graph(scope).nodes().stream())
            .noneMatch(node -> node.id().value().startsWith("?"));
    if (isNamed) {
      assertDone(command, before, after);
    }
  }

  private static void assertDone(Command command, DiagramState before, DiagramState after) {
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
      case SetHook set ->
          assertEquals(
              set.template(),
              hooks(after, set).stream()
                  .filter(hook -> hook.name().equals(set.name()))
                  .findFirst()
                  .flatMap(FlowHook::opens));
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
      case RenameArgument rename -> {
        Optional<YamlPlace> list =
            after
                .locator()
                .spec(rename.resource())
                .flatMap(spec -> spec.get("arguments", rename.value().key()));
        assertTrue(!References.named(list, rename.to()).isEmpty());
      }
      case RenameInlineSlot rename -> {
        Optional<YamlPlace> list =
            after
                .locator()
                .task(rename.scope(), rename.node())
                .flatMap(task -> task.get("inline", rename.slot().side(), rename.slot().list()));
        assertTrue(!References.named(list, rename.to()).isEmpty());
      }
      case RenameInlineTask rename ->
          assertTrue(
              after
                  .locator()
                  .task(rename.scope(), rename.node())
                  .flatMap(task -> task.get("inline"))
                  .map(Locator::tasksOf)
                  .orElse(List.of())
                  .stream()
                  .flatMap(task -> Fragment.name(task).stream())
                  .anyMatch(rename.to().value()::equals));
      case RenameVolume rename -> {
        int resource = rename.scope().resource();
        assertTrue(
            rename.from().equals(rename.to())
                || VolumeNames.of(resource, after.locator().spec(resource).orElseThrow()).stream()
                    .filter(volume -> volume.scope().equals(rename.scope()))
                    .noneMatch(volume -> volume.name().equals(rename.from())));
      }
      case RemoveSlot remove ->
          assertTrue(
              new SlotUses(ground(after, remove.scope()), remove.slot(), remove.name())
                  .declaration()
                  .isEmpty());
      case RenameResource rename ->
          assertEquals(
              Optional.of(rename.to()), after.workflow().resources().get(rename.resource()).name());
      case FollowRename _ ->
          assertEquals(Scopes.all(before.workflow()), Scopes.all(after.workflow()));
      case Correct _, Quote _, Modernise _ ->
          assertEquals(before.tree().documents().size(), after.tree().documents().size());
      case SetArea put ->
          assertEquals(
              put.name(),
              after.positions().areas(put.scope()).stream()
                  .filter(area -> !Collections.disjoint(area.members(), put.nodes()))
                  .map(Area::name)
                  .findFirst());
      case LayOut layout -> {
        assertEquals(before.text(), after.text());
        assertTrue(after.positions().in(layout.scope()).keySet().containsAll(layout.nodes()));
      }
      case TurnDrawing turn -> {
        assertEquals(before.text(), after.text());
        assertEquals(turn.heading(), after.positions().heading());
      }
      case MoveNodes move ->
          assertTrue(
              after.positions().in(move.scope()).entrySet().containsAll(move.corners().entrySet()));
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

  private static List<FlowHook> hooks(DiagramState state, SetHook set) {
    return set.task().isPresent()
        ? state.graph(set.scope()).node(set.task().get()).orElseThrow().hooks()
        : state.graph(Scopes.first(state.workflow(), set.scope().resource())).hooks();
  }
}

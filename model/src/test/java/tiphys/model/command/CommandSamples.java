// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tiphys.model.expression.TaskResult;
import tiphys.model.given.Corpus;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.place.Locator;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.symbol.Symbol;
import tiphys.model.symbol.VolumeNames;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.ResourceReference;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.StepGroups;
import tiphys.model.yaml.YamlPlace;

/** For every class of command a way to propose one that fits, more or less, what a file has. */
final class CommandSamples {
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

  private static final Map<Class<? extends Command>, Function<Given, ? extends Command>> ALL =
      new LinkedHashMap<>();

  static {
    tasks();
    edges();
    templates();
    slots();
    fields();
  }

  private CommandSamples() {}

  /**
   * A choice among everything that can be done.
   *
   * @param kind which command
   * @param one picks, for what there is to pick from
   */
  record Choice(int kind, int one, int two, int three) {}

  /** What a command is proposed for, and what there is to name in it. */
  private record Given(Choice choice, Scope scope, DiagramState state) {
    NodeId first() {
      return node(choice.two());
    }

    NodeId second() {
      return node(choice.three());
    }

    private NodeId node(int pick) {
      List<FlowNode> nodes = state.graph(scope).nodes();
      return nodes.isEmpty() ? new NodeId("none") : nodes.get(pick % nodes.size()).id();
    }

    Set<NodeId> both() {
      return Set.copyOf(new HashSet<>(List.of(first(), second())));
    }

    String value() {
      return VALUES.get(choice.three() % VALUES.size());
    }

    NodeKind kind() {
      return List.of(NodeKind.values()).get(choice.three() % NodeKind.values().length);
    }

    Optional<Point> corner() {
      return Optional.of(new Point(choice.two(), choice.three()));
    }

    boolean isEven() {
      return choice.one() % 2 == 0;
    }

    FlowEdge edge() {
      List<FlowEdge> edges = state.graph(scope).edges();
      return edges.isEmpty()
          ? new FlowEdge(new NodeId("none"), new NodeId("none"), "")
          : edges.get(choice.two() % edges.size());
    }

    Slot slot() {
      return List.of(Slot.values()).get(choice.two() % Slot.values().length);
    }

    Symbol.Value argumentKind() {
      return List.of(Symbol.Value.values()).get(choice.two() % 2);
    }

    String argument() {
      return state
          .locator()
          .spec(scope.resource())
          .flatMap(spec -> spec.get("arguments", argumentKind().key()))
          .map(YamlPlace::items)
          .orElse(List.of())
          .stream()
          .flatMap(item -> Fragment.name(item).stream())
          .findFirst()
          .orElse("none");
    }

    RenameVolume renamedVolume() {
      List<VolumeNames.Named> volumes =
          state
              .locator()
              .spec(scope.resource())
              .map(spec -> VolumeNames.of(scope.resource(), spec))
              .orElse(List.of());
      if (volumes.isEmpty()) {
        return new RenameVolume(scope, "none", "renamed-volume");
      }
      VolumeNames.Named volume = volumes.get(choice.two() % volumes.size());
      return new RenameVolume(volume.scope(), volume.name(), "renamed-volume");
    }

    String slotName() {
      return SlotNames.of(state, scope, slot()).stream().findFirst().orElse("none");
    }

    TaskName inlineTask() {
      return state
          .locator()
          .task(scope, first())
          .flatMap(task -> task.get("inline"))
          .map(Locator::tasksOf)
          .orElse(List.of())
          .stream()
          .flatMap(item -> Fragment.name(item).stream())
          .findFirst()
          .map(TaskName::new)
          .orElse(new TaskName("none"));
    }

    String inlineSlot() {
      return state
          .locator()
          .task(scope, first())
          .flatMap(task -> task.get("inline", slot().side(), slot().list()))
          .map(YamlPlace::items)
          .orElse(List.of())
          .stream()
          .flatMap(item -> Fragment.name(item).stream())
          .findFirst()
          .orElse("none");
    }

    /** Any value of the file, or its key. */
    TextRange somewhere() {
      YamlPlace place =
          state.tree().documents().get(choice.one() % state.tree().documents().size()).place();
      int rest = choice.two();
      while (place.size() > 0) {
        int index = rest % place.size();
        if (place.isMapping() && rest % 11 == 0) {
          return place.key(index).range();
        }
        place = place.isMapping() ? place.value(index) : place.item(index);
        rest = rest / 2 + choice.three();
      }
      return place.range();
    }
  }

  /** The classes that have a sample. */
  static Set<Class<? extends Command>> known() {
    return ALL.keySet();
  }

  /** Of every fourth one that changes a field, for there are the most fields. */
  static Command of(Choice choice, Scope scope, DiagramState state) {
    List<Function<Given, ? extends Command>> all = List.copyOf(ALL.values());
    Given given = new Given(choice, scope, state);
    return choice.kind() % 4 == 0 ? field(given) : all.get(choice.kind() % all.size()).apply(given);
  }

  /** Mostly a scope with something to connect in it. */
  static Scope scope(Choice choice, List<Scope> scopes, DiagramState state) {
    List<Scope> drawn =
        scopes.stream().filter(scope -> state.graph(scope).nodes().size() > 1).toList();
    List<Scope> chosenFrom = drawn.isEmpty() || choice.one() % 7 == 0 ? scopes : drawn;
    return chosenFrom.get(choice.one() % chosenFrom.size());
  }

  private static <C extends Command> void add(Class<C> command, Function<Given, C> sample) {
    ALL.put(command, sample);
  }

  private static void tasks() {
    add(
        AddTask.class,
        on ->
            new AddTask(
                on.scope(),
                on.scope().template(),
                Optional.empty(),
                on.corner(),
                List.of(on.first()),
                List.of()));
    add(
        AddTaskOfKind.class,
        on ->
            new AddTaskOfKind(on.scope(), on.kind(), on.corner(), List.of(), List.of(on.first())));
    add(
        DeleteTasks.class,
        on -> new DeleteTasks(on.scope(), on.isEven() ? on.both() : Set.of(on.first())));
    add(DuplicateTasks.class, on -> new DuplicateTasks(on.scope(), on.both()));
    add(
        DisableTasks.class,
        on -> new DisableTasks(on.scope(), on.both(), on.choice().one() % 3 > 0));
    add(
        RenameTask.class,
        on -> new RenameTask(on.scope(), on.first(), new TaskName("renamed-task")));
    add(MoveTask.class, on -> new MoveTask(on.scope(), on.first(), on.second(), on.isEven()));
    add(
        MoveStep.class,
        on ->
            new MoveStep(
                on.scope(),
                on.first(),
                new StepGroups.Target(
                    on.choice().two() % 4,
                    on.choice().one() % 3 == 0
                        ? Optional.empty()
                        : Optional.of(on.choice().three() % 3))));
    add(
        LayOut.class,
        on ->
            on.isEven()
                ? LayOut.all(on.scope())
                : new LayOut(on.scope(), on.both(), Optional.empty()));
    add(TurnDrawing.class, on -> new TurnDrawing(on.isEven() ? Heading.DOWN : Heading.RIGHT));
    add(MoveNodes.class, on -> new MoveNodes(on.scope(), Map.of(on.first(), new Point(1, 2))));
    add(
        SetArea.class,
        on ->
            new SetArea(
                on.scope(),
                Set.of(on.first()),
                on.choice().one() % 4 == 0 ? Optional.empty() : Optional.of("area")));
    add(
        PasteFragment.class,
        on ->
            new PasteFragment(
                on.scope(),
                FRAGMENTS.get((on.choice().three() * 7 + on.choice().one()) % FRAGMENTS.size()),
                on.corner()));
    add(
        SetNote.class,
        on ->
            new SetNote(
                on.scope(), on.isEven() ? Optional.of(on.first()) : Optional.empty(), on.value()));
  }

  private static void edges() {
    add(ConnectTasks.class, on -> new ConnectTasks(on.scope(), on.first(), on.second()));
    add(
        DisconnectTasks.class,
        on ->
            on.isEven()
                ? new DisconnectTasks(on.scope(), on.edge().from(), on.edge().to())
                : new DisconnectTasks(on.scope(), on.first(), on.second()));
    add(
        InsertTask.class,
        on ->
            new InsertTask(
                on.scope(),
                on.edge().from(),
                on.edge().to(),
                on.isEven() ? Optional.of(on.scope().template()) : Optional.empty(),
                NodeKind.SCRIPT,
                on.corner()));
    add(
        ReconnectTasks.class,
        on ->
            new ReconnectTasks(
                on.scope(),
                on.edge().from(),
                on.edge().to(),
                on.isEven() ? on.first() : on.edge().from(),
                on.isEven() ? on.edge().to() : on.first()));
    add(
        SetCondition.class,
        on ->
            new SetCondition(
                on.scope(),
                on.edge().from(),
                on.edge().to(),
                Set.copyOf(
                    List.of(TaskResult.values())
                        .subList(on.choice().one() % 3, on.choice().one() % 3 + 2))));
    add(
        SetDepends.class,
        on ->
            new SetDepends(
                on.scope(),
                on.first(),
                on.isEven() ? on.second().value() + ".Failed" : on.value()));
  }

  private static void templates() {
    add(
        AddTemplate.class,
        on -> new AddTemplate(on.scope().resource(), NodeKind.SCRIPT, new TemplateName("new-one")));
    add(
        RenameTemplate.class,
        on ->
            new RenameTemplate(
                on.scope().resource(),
                on.scope().template(),
                new TemplateName("renamed-template")));
    add(RenameResource.class, on -> new RenameResource(on.scope().resource(), "renamed-resource"));
    add(FollowRename.class, on -> new FollowRename(renameElsewhere(on)));
    add(DuplicateTemplate.class, on -> new DuplicateTemplate(on.scope(), Optional.empty()));
    add(DeleteTemplate.class, on -> new DeleteTemplate(on.scope()));
    add(ChangeKind.class, on -> new ChangeKind(on.scope(), on.kind(), on.isEven()));
    add(
        CallTemplate.class,
        on ->
            on.isEven()
                ? new CallTemplate(
                    on.scope(), on.first(), Optional.of(on.scope().template()), NodeKind.DAG)
                : new CallTemplate(on.scope(), on.first(), Optional.empty(), NodeKind.HTTP));
    add(
        ExtractTemplate.class,
        on -> new ExtractTemplate(on.scope(), on.both(), new TemplateName("extracted")));
    add(InlineTemplate.class, on -> new InlineTemplate(on.scope(), on.first()));
    add(SetEntrypoint.class, on -> new SetEntrypoint(on.scope()));
    add(SetExitHandler.class, on -> new SetExitHandler(on.scope()));
    add(
        SetHook.class,
        on ->
            new SetHook(
                on.scope(),
                on.choice().two() % 3 == 0 ? Optional.empty() : Optional.of(on.first()),
                on.isEven() ? "exit" : "late",
                on.choice().three() % 4 == 0
                    ? Optional.empty()
                    : Optional.of(on.scope().template()),
                on.isEven() && on.choice().two() % 2 == 0 ? "" : "workflow.status == 'Failed'"));
    add(
        Modernise.class,
        on -> new Modernise(on.isEven() ? Optional.empty() : Optional.of(on.somewhere())));
    add(Quote.class, on -> new Quote(on.somewhere()));
    add(Correct.class, on -> new Correct(on.somewhere(), on.isEven() ? on.value() : "other"));
  }

  /** Of something that the file refers to, where it does. */
  private static SharedRename renameElsewhere(Given on) {
    List<Call.Reference> calls =
        Scopes.all(on.state().workflow()).stream()
            .flatMap(scope -> Scopes.template(on.state().workflow(), scope).stream())
            .flatMap(template -> template.calls().stream())
            .map(Task::call)
            .filter(Call.Reference.class::isInstance)
            .map(Call.Reference.class::cast)
            .toList();
    if (calls.isEmpty()) {
      return new SharedRename.OfResource(new ResourceReference("none", false), "renamed-resource");
    }
    Call.Reference call = calls.get(on.choice().two() % calls.size());
    return on.isEven()
        ? new SharedRename.OfTemplate(call.toResource(), call.template(), "renamed-template")
        : new SharedRename.OfResource(call.toResource(), "renamed-resource");
  }

  private static void slots() {
    add(
        AddSlot.class,
        on ->
            new AddSlot(
                on.scope(),
                on.slot(),
                "added",
                Optional.of(on.value()).filter(text -> !text.isEmpty())));
    add(
        RenameSlot.class,
        on -> new RenameSlot(on.scope(), on.slot(), on.slotName(), "renamed-slot"));
    add(
        RenameInlineSlot.class,
        on -> new RenameInlineSlot(on.scope(), on.first(), on.slot(), on.inlineSlot(), "renamed"));
    add(
        RenameInlineTask.class,
        on ->
            new RenameInlineTask(
                on.scope(), on.first(), on.inlineTask(), new TaskName("renamed-inside")));
    add(
        RenameArgument.class,
        on ->
            new RenameArgument(
                on.scope().resource(),
                on.argumentKind(),
                on.argument(),
                on.isEven() ? "renamed-argument" : on.slotName()));
    add(RenameVolume.class, Given::renamedVolume);
    add(RemoveSlot.class, on -> new RemoveSlot(on.scope(), on.slot(), on.slotName()));
  }

  private static void fields() {
    add(
        SetField.class,
        on -> FieldChoices.set(owner(on), on.choice().two(), on.value(), on.state()));
    add(UnsetField.class, on -> FieldChoices.unset(owner(on), on.choice().two(), on.state()));
    add(MoveItem.class, on -> FieldChoices.move(owner(on), on.choice().two(), on.state()));
    add(RenameKey.class, on -> FieldChoices.rename(owner(on), on.choice().two(), on.state()));
    add(
        AddItem.class,
        on -> FieldChoices.add(owner(on), on.choice().two(), on.value(), on.state()));
  }

  private static Command field(Given on) {
    List<Class<? extends Command>> fields =
        List.of(SetField.class, UnsetField.class, MoveItem.class, RenameKey.class, AddItem.class);
    Class<? extends Command> chosen = fields.get(on.choice().one() % 7 % fields.size());
    return Objects.requireNonNull(ALL.get(chosen)).apply(on);
  }

  private static FieldOwner owner(Given on) {
    return switch (on.choice().one() % 3) {
      case 0 -> new FieldOwner.OfTask(on.scope(), on.first());
      case 1 -> new FieldOwner.OfTemplate(on.scope());
      default -> new FieldOwner.OfResource(on.scope().resource());
    };
  }

  private static List<String> fragments(String text) {
    DiagramState state = DiagramState.of(SourceText.of(text), Positions.NONE);
    List<String> fragments = new ArrayList<>(List.of("hello: [", "- 1", ""));
    for (Scope scope : Scopes.all(state.workflow())) {
      Set<NodeId> nodes = new HashSet<>();
      state.graph(scope).nodes().forEach(node -> nodes.add(node.id()));
      FragmentText.of(state, scope, nodes).result().ifPresent(fragments::add);
      FragmentText.withTemplates(state, scope, nodes).result().ifPresent(fragments::add);
    }
    return fragments;
  }
}

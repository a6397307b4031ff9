// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tiphys.model.expression.Depends;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/** What goes into the new template, and what is left where it was. */
final class Extraction {
  private final Ground ground;
  private final Set<String> inside = new TreeSet<>();
  private final String template;
  private final String call;
  private final PassedTags inputs;
  private final PassedTags outputs;
  private final Set<String> waits = new LinkedHashSet<>();
  private final Map<NodeId, String> expressions = new LinkedHashMap<>();
  private Optional<Problem> trouble = Optional.empty();

  private Extraction(Ground ground, Set<NodeId> nodes, String template) {
    this.ground = ground;
    nodes.forEach(node -> inside.add(node.value()));
    this.template = template;
    Set<String> left = new TreeSet<>(Naming.taskNames(ground.template()));
    left.removeAll(inside);
    this.call = Naming.free(template, left);
    this.inputs = PassedTags.intoTasks(inside);
    this.outputs = PassedTags.outOfTasks(inside, call);
  }

  static Outcome<Extraction> of(Ground ground, Set<NodeId> nodes, String template) {
    Extraction extraction = new Extraction(ground, nodes, template);
    extraction.look();
    return extraction
        .trouble
        .<Outcome<Extraction>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(extraction));
  }

  private void look() {
    List<YamlPlace> tasks = ground.locator().tasks(ground.scope());
    for (YamlPlace task : tasks) {
      boolean isInside = isInside(task);
      TagWalk.look(
          task,
          isInside ? inputs::meet : outputs::meet,
          isInside ? inputs::meetExpression : outputs::meetExpression);
      lookAtWaits(task, isInside);
    }
    ground
        .place()
        .get("outputs")
        .ifPresent(place -> TagWalk.look(place, outputs::meet, outputs::meetExpression));
    inputs.trouble().or(outputs::trouble).ifPresent(this::refuse);
    if (ground.place().get("dag", "target").isPresent()) {
      refuse(Problem.refusal(ProblemCode.EXTRACT_NOT_HERE, ground.scope().template().value()));
    }
  }

  private void refuse(Problem why) {
    trouble = trouble.or(() -> Optional.of(why));
  }

  private boolean isInside(YamlPlace task) {
    return Fragment.name(task).filter(inside::contains).isPresent();
  }

  private void lookAtWaits(YamlPlace task, boolean isInside) {
    String name = Fragment.name(task).orElse("?");
    String depends = Waiting.depends(ground, new NodeId(name));
    Optional<Depends> read = Depends.parse(depends).result();
    if (depends.isEmpty() || read.isEmpty()) {
      return;
    }
    if (isInside) {
      List<String> kept = new ArrayList<>();
      conjuncts(read.get()).forEach(part -> sort(name, part, kept));
      expressions.put(new NodeId(name), String.join(" && ", kept));
    } else if (read.get().tasks().stream().anyMatch(t -> inside.contains(t.name().value()))) {
      replaced(read.get())
          .ifPresentOrElse(
              tree -> expressions.put(new NodeId(name), tree.print()),
              () -> refuse(Problem.refusal(ProblemCode.EXTRACT_CONDITION, name, depends)));
    }
  }

  private void sort(String name, Depends part, List<String> kept) {
    long within = part.tasks().stream().filter(t -> inside.contains(t.name().value())).count();
    String written = part instanceof Depends.Or ? "(" + part.print() + ")" : part.print();
    if (within == part.tasks().size()) {
      kept.add(written);
    } else if (within == 0) {
      waits.add(written);
    } else {
      refuse(Problem.refusal(ProblemCode.EXTRACT_CONDITION, name, part.print()));
    }
  }

  private static List<Depends> conjuncts(Depends tree) {
    if (tree instanceof Depends.And(Depends left, Depends right)) {
      List<Depends> both = new ArrayList<>(conjuncts(left));
      both.addAll(conjuncts(right));
      return both;
    }
    return List.of(tree);
  }

  /** With the call for every task that is inside; empty where a result of one is asked for. */
  private Optional<Depends> replaced(Depends tree) {
    return switch (tree) {
      case Depends.Task task when !inside.contains(task.name().value()) -> Optional.of(tree);
      case Depends.Task task ->
          task.result().isPresent()
              ? Optional.empty()
              : Optional.of(Depends.of(new tiphys.model.workflow.TaskName(call), Set.of()));
      case Depends.Not(Depends operand) -> replaced(operand).map(Depends.Not::new);
      case Depends.And(Depends left, Depends right) ->
          replaced(left)
              .flatMap(a -> replaced(right).map(b -> same(a, b) ? a : new Depends.And(a, b)));
      case Depends.Or(Depends left, Depends right) ->
          replaced(left)
              .flatMap(a -> replaced(right).map(b -> same(a, b) ? a : new Depends.Or(a, b)));
    };
  }

  private boolean same(Depends one, Depends other) {
    return one.print().equals(call) && other.print().equals(call);
  }

  Outcome<Plan> plan(DiagramState now) {
    return new Phases(now, ground.scope())
        .step((at, writer) -> Waiting.set(writer, at, expressions))
        .step(this::rewriteTags)
        .step(this::addTemplate)
        .step(this::removeOthers)
        .step(this::replaceFirst)
        .plan();
  }

  private void rewriteTags(Ground at, DocumentWriter writer) {
    for (YamlPlace task : at.locator().tasks(at.scope())) {
      (isInside(task) ? inputs : outputs).walk().rewrite(task, writer);
    }
    at.place().get("outputs").ifPresent(place -> outputs.walk().rewrite(place, writer));
  }

  private void addTemplate(Ground at, DocumentWriter writer) {
    List<YamlValue> tasks =
        at.locator().tasks(at.scope()).stream()
            .filter(this::isInside)
            .<YamlValue>map(task -> new YamlValue.Copied(at.now().text(), task))
            .toList();
    YamlValue.Mapping made = YamlValue.mapping("name", YamlValue.text(template));
    Optional<YamlValue> taken = inputs.declared(false);
    Optional<YamlValue> given = outputs.declared(true);
    made = taken.isPresent() ? made.and("inputs", taken.get()) : made;
    made = given.isPresent() ? made.and("outputs", given.get()) : made;
    made = made.and("dag", YamlValue.mapping("tasks", new YamlValue.Sequence(tasks)));
    YamlPlace templates = at.locator().templates(at.scope().resource()).orElseThrow();
    writer.insert(templates, templates.size(), made);
  }

  private void removeOthers(Ground at, DocumentWriter writer) {
    YamlPlace list = at.place().get("dag", "tasks").orElseThrow();
    Set<Integer> others = new TreeSet<>();
    list.items().stream()
        .filter(this::isInside)
        .skip(1)
        .forEach(t -> others.add(t.indexInParent()));
    writer.removeItems(list, others);
  }

  private void replaceFirst(Ground at, DocumentWriter writer) {
    YamlPlace list = at.place().get("dag", "tasks").orElseThrow();
    YamlPlace first = list.items().stream().filter(this::isInside).findFirst().orElseThrow();
    YamlValue.Mapping task = YamlValue.mapping("name", YamlValue.text(call));
    if (!waits.isEmpty()) {
      task = task.and("depends", YamlValue.text(String.join(" && ", waits)));
    }
    task = task.and("template", YamlValue.text(template));
    Optional<YamlValue> arguments = inputs.passed();
    if (!writer.commentOf(first).isEmpty()) {
      writer.comment(first, "");
    }
    writer.removeCommentBehind(first);
    writer.replace(first, arguments.isPresent() ? task.and("arguments", arguments.get()) : task);
  }
}

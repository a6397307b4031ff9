// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tiphys.model.expression.Depends;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TaskName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/** The tasks of a template on their way into the place of a call. */
final class Inlining {
  private static final Pattern INPUT =
      Pattern.compile("\\{\\{\\s*inputs\\.(parameters|artifacts)\\.([^}\\s]+?)\\s*\\}\\}");
  private static final Pattern IN_EXPRESSION = Pattern.compile("\\binputs\\b");

  private final Ground ground;
  private final NodeId call;
  private final Ground inner;
  private final Map<String, String> names;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> outputs = new HashMap<>();
  private final Map<NodeId, String> expressions = new LinkedHashMap<>();
  private Fragment fragment;
  private Optional<Problem> trouble = Optional.empty();

  private Inlining(Ground ground, NodeId call, Ground inner, Fragment fragment) {
    this.ground = ground;
    this.call = call;
    this.inner = inner;
    this.fragment = fragment;
    List<String> wishes =
        fragment.tasks().stream().flatMap(task -> Fragment.name(task).stream()).toList();
    this.names = Naming.freed(wishes, Naming.taskNames(ground.template()));
  }

  static Outcome<Inlining> of(Ground ground, NodeId call, Ground inner) {
    Set<NodeId> all = new HashSet<>(tiphys.model.graph.NodeIdsInScope.of(inner.template()).ids());
    return FragmentText.of(inner.now(), inner.scope(), all)
        .then(Fragment::parse)
        .then(
            fragment -> {
              Inlining inlining = new Inlining(ground, call, inner, fragment);
              inlining.look();
              return inlining
                  .trouble
                  .<Outcome<Inlining>>map(Outcome::refused)
                  .orElseGet(() -> Outcome.done(inlining));
            });
  }

  private void refuse(ProblemCode code, String... arguments) {
    trouble = trouble.or(() -> Optional.of(Problem.refusal(code, arguments)));
  }

  private void look() {
    readValues("parameters", "value");
    readValues("artifacts", "from");
    readOutputs("parameters", "valueFrom", "parameter");
    readOutputs("artifacts", "from");
    change(this::fill);
    change(this::rename);
    readWaits();
  }

  /** What stands for the inputs: the argument, else the value that the template has itself. */
  private void readValues(String list, String key) {
    Optional<YamlPlace> passed = ground.place(call).flatMap(task -> task.get("arguments", list));
    Optional<YamlPlace> declared = inner.place().get("inputs", list);
    for (Optional<YamlPlace> source : List.of(declared, passed)) {
      for (YamlPlace item : source.map(YamlPlace::items).orElse(List.of())) {
        Optional<String> value =
            item.get(key).or(() -> item.get("default")).flatMap(YamlPlace::text);
        Optional<String> name = Fragment.name(item);
        if (value.isPresent() && name.isPresent()) {
          values.put(list + "." + name.get(), value.get());
        }
      }
    }
  }

  private void readOutputs(String list, String... way) {
    for (YamlPlace item :
        inner.place().get("outputs", list).map(YamlPlace::items).orElse(List.of())) {
      Optional<YamlPlace> place = Optional.of(item);
      for (String key : way) {
        place = place.flatMap(at -> at.get(key));
      }
      Optional<String> source = place.flatMap(YamlPlace::text);
      Fragment.name(item)
          .ifPresent(name -> source.ifPresent(tag -> outputs.put(list + "." + name, tag)));
    }
  }

  private void change(java.util.function.Consumer<DocumentWriter> step) {
    DocumentWriter writer = fragment.writer();
    step.accept(writer);
    Outcome<Fragment> next = fragment.edited(writer);
    next.result().ifPresent(edited -> fragment = edited);
    trouble = trouble.or(next::refusal);
  }

  private void fill(DocumentWriter writer) {
    TagWalk walk =
        new TagWalk(
            this::filled,
            expression -> {
              if (IN_EXPRESSION.matcher(expression).find()) {
                refuse(ProblemCode.INLINE_EXPRESSION, expression);
              }
              return expression;
            });
    fragment.tasks().forEach(task -> walk.rewrite(task, writer));
  }

  private String filled(String tag) {
    Matcher input = INPUT.matcher(tag);
    if (!input.matches()) {
      return tag;
    }
    String value = values.get(input.group(1) + "." + input.group(2));
    if (value == null) {
      refuse(ProblemCode.INLINE_EXPRESSION, tag);
      return tag;
    }
    return value;
  }

  private void rename(DocumentWriter writer) {
    for (YamlPlace task : fragment.tasks()) {
      task.get("name").ifPresent(name -> Arrival.replace(name, names, writer));
    }
    new TaskReferences(names, Optional.of("tasks")).rename(fragment.tasks(), writer);
  }

  /** The first wait for what the call waited for; who waited for it waits for the last. */
  private void readWaits() {
    FlowGraph graph = inner.now().graph(inner.scope());
    String before = Waiting.depends(ground, call);
    String last =
        graph.nodes().stream()
            .filter(node -> graph.successors(node.id()).isEmpty())
            .map(node -> names.getOrDefault(node.id().value(), node.id().value()))
            .collect(Collectors.joining(" && "));
    graph.nodes().stream()
        .filter(node -> graph.predecessors(node.id()).isEmpty() && !before.isEmpty())
        .forEach(
            node ->
                expressions.put(
                    new NodeId(names.getOrDefault(node.id().value(), node.id().value())), before));
    TaskName called = new TaskName(call.value());
    for (NodeId follower : ground.now().graph(ground.scope()).successors(call)) {
      String depends = Waiting.depends(ground, follower);
      Optional<Depends> tree = Depends.parse(depends).result();
      boolean isPlain =
          tree.isPresent()
              && tree.get().tasks().stream()
                  .filter(task -> task.name().equals(called))
                  .allMatch(task -> task.result().isEmpty());
      if (!isPlain) {
        refuse(ProblemCode.INLINE_CONDITION, call.value(), depends);
      }
      boolean isAlone = depends.equals(call.value());
      String written = last.contains(" ") && !isAlone ? "(" + last + ")" : last;
      expressions.put(follower, TaskReferences.inDepends(depends, call.value(), written));
    }
  }

  Outcome<Plan> plan(DiagramState now) {
    Map<NodeId, String> ofFollowers = new LinkedHashMap<>(expressions);
    ofFollowers.keySet().retainAll(ground.now().graph(ground.scope()).successors(call));
    Map<NodeId, String> ofFirst = new LinkedHashMap<>(expressions);
    ofFirst.keySet().removeAll(ofFollowers.keySet());
    return new Phases(now, ground.scope())
        .step((at, writer) -> Waiting.set(writer, at, ofFollowers))
        .step(this::rewriteOutputs)
        .step(this::insert)
        .step(
            (at, writer) -> {
              YamlPlace place = at.place(call).orElseThrow();
              writer.removeItems(place.parent().orElseThrow(), Set.of(place.indexInParent()));
            })
        .step((at, writer) -> Waiting.set(writer, at, ofFirst))
        .plan()
        .then(plan -> trouble.<Outcome<Plan>>map(Outcome::refused).orElse(Outcome.done(plan)));
  }

  private void insert(Ground at, DocumentWriter writer) {
    YamlPlace place = at.place(call).orElseThrow();
    YamlPlace list = place.parent().orElseThrow();
    for (YamlPlace task : fragment.tasks()) {
      writer.insert(
          list, place.indexInParent() + 1, new YamlValue.Copied(fragment.tree().text(), task));
    }
  }

  /** What was taken from the call is taken from the task that it came from. */
  private void rewriteOutputs(Ground at, DocumentWriter writer) {
    String name = Pattern.quote(call.value());
    Pattern ofCall =
        Pattern.compile("\\{\\{\\s*tasks\\." + name + "\\.(?:outputs\\.)?([^}\\s]+?)\\s*\\}\\}");
    Pattern inExpression = Pattern.compile("\\btasks(\\." + name + "|\\[\\s*['\"]" + name + ")\\b");
    TagWalk walk =
        new TagWalk(
            tag -> {
              Matcher found = ofCall.matcher(tag);
              return found.matches() ? source(tag, found.group(1)) : tag;
            },
            expression -> {
              if (inExpression.matcher(expression).find()) {
                refuse(ProblemCode.INLINE_EXPRESSION, expression);
              }
              return expression;
            });
    walk.rewrite(at.place(), writer);
  }

  private String source(String tag, String what) {
    String source = outputs.get(what);
    if (source == null) {
      refuse(ProblemCode.INLINE_EXPRESSION, tag);
      return tag;
    }
    String[] renamed = {source};
    names.forEach(
        (from, to) ->
            renamed[0] =
                renamed[0].replaceAll(
                    "(\\{\\{\\s*tasks\\.)" + Pattern.quote(from) + "(?=\\.)",
                    "$1" + Matcher.quoteReplacement("\u0000" + to)));
    return renamed[0].replace("\u0000", "");
  }
}

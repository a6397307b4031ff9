// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tiphys.model.command.Command;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.FieldPath;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** The words behind an operation, read as the places of a file. */
record EditWords(SourceFile source, List<String> words, Arguments arguments) {
  /** A task as people say it: template and task. */
  record Address(Scope scope, NodeId node) {}

  /** Two tasks of one template. */
  record Pair(Scope scope, NodeId from, NodeId to) {}

  /** Some tasks of one template. */
  record Several(Scope scope, Set<NodeId> nodes) {}

  String text(int index) {
    return index < words.size() ? words.get(index) : "";
  }

  Outcome<Scope> template(int index) {
    return source.scope(text(index));
  }

  Outcome<Command> onTemplate(int index, Function<Scope, Command> command) {
    return template(index).then(scope -> Outcome.done(command.apply(scope)));
  }

  Outcome<Address> task(int index) {
    String text = text(index);
    int slash = text.indexOf('/');
    return slash <= 0 || slash == text.length() - 1
        ? Outcome.refused(ProblemCode.ADDRESS_MALFORMED, text)
        : source
            .scope(text.substring(0, slash))
            .then(scope -> Outcome.done(new Address(scope, new NodeId(text.substring(slash + 1)))));
  }

  Outcome<Command> onTask(Function<Address, Command> command) {
    return task(0).then(address -> Outcome.done(command.apply(address)));
  }

  Outcome<Command> onPair(Function<Pair, Command> command) {
    return several(0, 2)
        .then(_ -> task(0))
        .then(
            from ->
                task(1)
                    .then(
                        to ->
                            Outcome.done(
                                command.apply(new Pair(from.scope(), from.node(), to.node())))));
  }

  /** The tasks that some of the words name; refused where they are not of one template. */
  Outcome<Several> several(int from, int to) {
    Set<NodeId> nodes = new LinkedHashSet<>();
    Optional<Scope> scope = Optional.empty();
    for (int i = from; i < to; i++) {
      Outcome<Address> read = task(i);
      if (read.refusal().isPresent()) {
        return Outcome.refused(read.refusal().get());
      }
      Address at = read.result().orElseThrow();
      if (scope.filter(other -> !other.equals(at.scope())).isPresent()) {
        return Outcome.refused(ProblemCode.ADDRESS_MALFORMED, text(i));
      }
      scope = Optional.of(at.scope());
      nodes.add(at.node());
    }
    return scope
        .map(of -> Outcome.done(new Several(of, nodes)))
        .orElseGet(() -> Outcome.refused(ProblemCode.ADDRESS_MALFORMED, text(from)));
  }

  /** The tasks that the words from one on name. */
  Outcome<Command> onAllFrom(int first, Function<Several, Command> command) {
    return several(first, words.size()).then(all -> Outcome.done(command.apply(all)));
  }

  Outcome<Command> onAll(Function<Several, Command> command) {
    return several(0, words.size()).then(all -> Outcome.done(command.apply(all)));
  }

  /** A field: of a resource ({@code .}, {@code .2} the second), a template, or a task. */
  record Owned(FieldOwner owner, List<String> path) {}

  Outcome<Command> onField(Function<Owned, Outcome<Command>> command) {
    return owner()
        .then(
            owner ->
                command.apply(new Owned(owner, FieldPath.of(text(1), owner.type(source.state())))));
  }

  private Outcome<FieldOwner> owner() {
    String said = text(0);
    if (said.matches("\\.\\d{0,6}")) {
      int number = said.length() == 1 ? 0 : Integer.parseInt(said.substring(1)) - 1;
      return Outcome.done(new FieldOwner.OfResource(number));
    }
    return said.contains("/")
        ? task(0).then(at -> Outcome.done(new FieldOwner.OfTask(at.scope(), at.node())))
        : template(0).then(scope -> Outcome.done(new FieldOwner.OfTemplate(scope)));
  }

  List<NodeId> nodes(String option) {
    return arguments.all(option).stream().map(NodeId::new).toList();
  }

  boolean has(String flag) {
    return arguments.has(flag);
  }

  Optional<String> option(String name) {
    return arguments.last(name);
  }

  /** A kind of template as Argo or the palette names it, for example {@code container-set}. */
  static Optional<NodeKind> kind(String word) {
    return Arrays.stream(NodeKind.values())
        .filter(kind -> kind.name().replace("_", "").equalsIgnoreCase(word.replace("-", "")))
        .findFirst();
  }
}

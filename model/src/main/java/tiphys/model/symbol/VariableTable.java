// SPDX-License-Identifier: Apache-2.0
package tiphys.model.symbol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.symbol.Symbol.Value;
import tiphys.model.symbol.Variable.Group;
import tiphys.model.symbol.Variable.Source;

/** Variables while their writers and readers are gathered. */
final class VariableTable {
  /** Which variable: that of a name at a place of its scope. */
  record Key(Group group, Scope scope, Optional<NodeId> owner, String name) {
    Key(Group group, Scope scope, String name) {
      this(group, scope, Optional.empty(), name);
    }

    static Key ofWorkflow(Scope whole, Value value, String name) {
      String list = value == Value.PARAMETER ? "workflow.parameters." : "arguments.artifacts.";
      return new Key(Group.WORKFLOW_PARAMETER, whole, list + name);
    }

    static Key input(Scope scope, Value value, String name) {
      return new Key(Group.INPUT, scope, "inputs." + value.key() + "." + name);
    }

    static Key inlineInput(Scope scope, NodeId task, Value value, String name) {
      return new Key(Group.INPUT, scope, Optional.of(task), "inputs." + value.key() + "." + name);
    }

    static Key item(Scope scope, NodeId node, String name) {
      return new Key(Group.ITEM, scope, Optional.of(node), name);
    }

    static Key run(Reads.Read read, Scope whole) {
      return new Key(Group.RUN, whole, read.rest(0));
    }
  }

  private static final class Entry {
    final List<Site> writers = new ArrayList<>();
    final List<Site> readers = new ArrayList<>();
    Source source = Source.FILE;
  }

  private final Map<Key, Entry> entries = new LinkedHashMap<>();

  /** Lists a variable although nothing may write or read it. */
  void know(Key key) {
    entry(key);
  }

  boolean knows(Key key) {
    return entries.containsKey(key);
  }

  void write(Key key, Site site) {
    entry(key).writers.add(site);
  }

  void read(Key key, Site site) {
    entry(key).readers.add(site);
  }

  void source(Key key, Source source) {
    entry(key).source = source;
  }

  /** A tag that reads all of a group at once, such as {@code inputs.parameters}. */
  void readAll(Group group, Scope scope, Site site) {
    entries.forEach(
        (key, entry) -> {
          if (key.group() == group && key.scope().equals(scope) && key.owner().isEmpty()) {
            entry.readers.add(site);
          }
        });
  }

  /** By resource, then by group; within it in the order in which they came. */
  List<Variable> variables() {
    return entries.entrySet().stream()
        .map(known -> variable(known.getKey(), known.getValue()))
        .sorted(
            Comparator.comparingInt((Variable variable) -> variable.scope().resource())
                .thenComparing(Variable::group))
        .toList();
  }

  private static Variable variable(Key key, Entry entry) {
    return new Variable(
        key.group(),
        key.scope(),
        key.owner(),
        key.name(),
        entry.source,
        entry.writers,
        entry.readers);
  }

  private Entry entry(Key key) {
    return entries.computeIfAbsent(key, _ -> new Entry());
  }
}

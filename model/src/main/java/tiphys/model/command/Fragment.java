// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdits;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlDocument;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/**
 * Pasted YAML, and what in it can be added to a workflow.
 *
 * @param groups step groups, or the tasks as a single group of them
 * @param isGrouped whether the order of the groups is an order of running
 * @param templates from a list of them, or from the spec of a whole resource
 * @param spec of a whole resource
 */
record Fragment(
    YamlTree tree,
    List<List<YamlPlace>> groups,
    boolean isGrouped,
    List<YamlPlace> templates,
    Optional<YamlPlace> spec) {
  private static final Set<String> TEMPLATE_KEYS =
      Set.of(
          "container",
          "script",
          "containerSet",
          "dag",
          "steps",
          "resource",
          "suspend",
          "http",
          "plugin",
          "data",
          "inputs",
          "outputs");

  private static final Set<String> TASK_KEYS =
      Set.of("template", "templateRef", "inline", "depends", "dependencies", "arguments", "image");

  private static final FieldType TASK = new FieldType.ObjectOf("DAGTask");

  /** What a text holds; refused where it is no YAML, or holds nothing that can be added. */
  static Outcome<Fragment> parse(String text) {
    Outcome<Fragment> asWritten = read(text);
    if (asWritten.isDone()) {
      return asWritten;
    }
    return FirstLine.straightened(text).stream()
        .map(Fragment::read)
        .filter(Outcome::isDone)
        .findFirst()
        .orElse(asWritten);
  }

  private static Outcome<Fragment> read(String text) {
    YamlTree tree = YamlTree.parse(SourceText.of(text));
    if (tree.syntaxError().isPresent()) {
      List<String> reason = tree.syntaxError().get().arguments();
      return Outcome.refused(ProblemCode.PASTE_NOT_YAML, reason.isEmpty() ? "" : reason.getFirst());
    }
    Fragment fragment = of(tree);
    return fragment.tasks().isEmpty() && fragment.templates().isEmpty()
        ? Outcome.refused(ProblemCode.PASTE_NOTHING)
        : Outcome.done(fragment);
  }

  private static Fragment of(YamlTree tree) {
    Sorter sorter = new Sorter();
    tree.documents().stream().map(YamlDocument::place).forEach(sorter::addRoot);
    return new Fragment(
        tree,
        List.copyOf(sorter.groups),
        sorter.isGrouped,
        List.copyOf(sorter.templates),
        sorter.spec);
  }

  List<YamlPlace> tasks() {
    return groups.stream().flatMap(List::stream).toList();
  }

  /** The same after edits of its own text. */
  Outcome<Fragment> edited(DocumentWriter writer) {
    return writer.edits().then(edits -> Outcome.done(after(edits)));
  }

  private Fragment after(TextEdits edits) {
    return edits.isEmpty() ? this : of(tree.edited(edits));
  }

  DocumentWriter writer() {
    return new DocumentWriter(tree);
  }

  static Optional<String> name(YamlPlace place) {
    return place.get("name").flatMap(YamlPlace::text);
  }

  /** Tells what is what. */
  private static final class Sorter {
    private final List<List<YamlPlace>> groups = new ArrayList<>();
    private final List<YamlPlace> templates = new ArrayList<>();
    private final List<YamlPlace> loose = new ArrayList<>();
    private boolean isGrouped;
    private Optional<YamlPlace> spec = Optional.empty();

    void addRoot(YamlPlace root) {
      if (root.isSequence()) {
        root.items().forEach(this::addItem);
      } else if (root.isMapping()) {
        addMapping(root);
      }
      addLoose();
    }

    private void addMapping(YamlPlace root) {
      Optional<YamlPlace> whole =
          root.get("spec", "workflowSpec").or(() -> root.get("spec")).filter(YamlPlace::isMapping);
      if (whole.isPresent()) {
        spec = spec.or(() -> whole);
        addListOf(whole.get(), "templates");
      } else if (isOne(root, TEMPLATE_KEYS) && Fragment.name(root).isPresent()) {
        templates.add(root);
      } else if (isOne(root, TASK_KEYS) && root.get("templates").isEmpty()) {
        loose.add(root);
      } else {
        Optional<YamlPlace> body = root.get("dag").or(() -> root.get("containerSet"));
        addListOf(body.orElse(root), "tasks");
        addListOf(body.orElse(root), "containers");
        addListOf(root, "steps");
        addListOf(root, "templates");
      }
    }

    private void addListOf(YamlPlace owner, String key) {
      owner.get(key).ifPresent(list -> list.items().forEach(this::addItem));
    }

    private void addItem(YamlPlace item) {
      if (item.isSequence()) {
        addLoose();
        List<YamlPlace> group = item.items().stream().filter(YamlPlace::isMapping).toList();
        if (!group.isEmpty()) {
          isGrouped = true;
          groups.add(group);
        }
      } else if (isOne(item, TASK_KEYS)) {
        loose.add(item);
      } else if (isOne(item, TEMPLATE_KEYS)) {
        templates.add(item);
      } else if (canBeTask(item)) {
        loose.add(item);
      }
    }

    /** Nothing but a name, perhaps, or what else only a task has beside it. */
    private static boolean canBeTask(YamlPlace item) {
      return Fragment.name(item).isPresent()
          && item.entries().stream()
              .allMatch(entry -> Schema.argo().below(TASK, entry.name()).isPresent());
    }

    private void addLoose() {
      if (!loose.isEmpty()) {
        groups.add(List.copyOf(loose));
        loose.clear();
      }
    }

    private static boolean isOne(YamlPlace place, Set<String> keys) {
      return place.entries().stream().anyMatch(entry -> keys.contains(entry.name()));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Selection;
import tiphys.app.files.ReadFile;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.model.command.Command;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.Plan;
import tiphys.model.command.SetField;
import tiphys.model.command.UnsetField;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Outcome;
import tiphys.model.schema.FieldType;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlPlace;

/**
 * Every field that any of Argo's examples has is a row of a form; set to something else through it,
 * only its own lines change, and it can be taken away.
 */
class FormReachTest {
  private static final Path EXAMPLES = Path.of("..", "..", "shared", "argo", "examples");

  /** Has its annotations twice, of which Argo reads the last ones. */
  private static final String TWICE = "k8s-patch-json-workflow.yaml";

  /** Said by the head of the form, or rows of forms of their own. */
  private static final Set<String> ELSEWHERE =
      Set.of("apiVersion", "kind", "status", "templates", "tasks", "steps", "containers");

  private final List<String> wrong = new ArrayList<>();
  private int fields;
  private int set;

  /** A form with all rows that are seen without asking for any. */
  private record Form(
      String file, DiagramState state, FieldOwner owner, Map<List<String>, Field> rows) {
    static Form of(String file, DiagramState state, Sheet.Page page) {
      Map<List<String>, Field> rows = new LinkedHashMap<>();
      page.sections()
          .forEach(s -> s.fields().forEach(field -> rows.putIfAbsent(field.path(), field)));
      return new Form(file, state, page.subject().owner(), rows);
    }

    /** What an item of a list goes by in the form. */
    String step(List<String> list, int position) {
      return rows.keySet().stream()
          .filter(path -> path.size() > list.size() && path.subList(0, list.size()).equals(list))
          .map(path -> path.get(list.size()))
          .distinct()
          .skip(position)
          .findFirst()
          .orElse(Integer.toString(position));
    }

    String said(List<String> path) {
      return file + ": " + owner + " " + String.join(".", path);
    }
  }

  @Test
  void everyFieldOfEveryExampleIsSeenSetAndTakenAwayInAForm() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      for (Path file :
          files
              .filter(path -> path.toString().endsWith(".yaml") && !path.endsWith(TWICE))
              .sorted()
              .toList()) {
        ReadFile.of(file)
            .result()
            .ifPresent(read -> file(file.getFileName().toString(), read.state()));
      }
    }

    assertEquals(List.of(), wrong);
    assertTrue(fields > 5000, () -> fields + " fields");
    assertTrue(set > 3500, () -> set + " set");
  }

  private void file(String name, DiagramState state) {
    for (int i = 0; i < state.workflow().resources().size(); i++) {
      int resource = i;
      sheet(state, Optional.of(Scope.ofResource(i)), Selection.NONE)
          .ifPresent(page -> form(Form.of(name, state, page)));
      for (Scope scope :
          Scopes.all(state.workflow()).stream()
              .filter(s -> s.resource() == resource && !s.isResource())
              .toList()) {
        sheets(state, Optional.of(scope), Selection.NONE).stream()
            .skip(1)
            .forEach(page -> form(Form.of(name, state, page)));
        for (FlowNode node : state.graph(scope).nodes()) {
          sheet(state, Optional.of(scope), Selection.of(node.id()))
              .ifPresent(page -> form(Form.of(name, state, page)));
        }
      }
    }
  }

  private static List<Sheet.Page> sheets(
      DiagramState state, Optional<Scope> scope, Selection chosen) {
    return Sheets.of(state, scope, chosen, Messages.in(Language.ENGLISH), Set.of()).pages();
  }

  private static Optional<Sheet.Page> sheet(
      DiagramState state, Optional<Scope> scope, Selection chosen) {
    return sheets(state, scope, chosen).stream().findFirst();
  }

  private void form(Form form) {
    form.owner().place(form.state()).ifPresent(place -> look(form, place, List.of()));
  }

  private void look(Form form, YamlPlace place, List<String> path) {
    Field row = form.rows().get(path);
    if (row != null && row.form() != Field.Form.HEAD && row.form() != Field.Form.ITEM) {
      fields++;
      change(form, row, place);
      return;
    }
    boolean isLeaf = place.size() == 0;
    if (isLeaf) {
      fields++;
      if (row == null && !isLabel(form, path) && !path.equals(List.of("suspend"))) {
        wrong.add("not seen: " + form.said(path));
      }
      return;
    }
    for (YamlPlace.Entry entry : place.entries()) {
      if (!(ELSEWHERE.contains(entry.name()) && path.size() < 3)) {
        look(form, entry.value(), Rows.plus(path, entry.name()));
      }
    }
    for (YamlPlace item : place.items()) {
      look(form, item, Rows.plus(path, form.step(path, item.indexInParent())));
    }
  }

  /** The name of an item that is shown by its value alone; its row can be asked for. */
  private static boolean isLabel(Form form, List<String> path) {
    List<String> item = path.subList(0, path.size() - 1);
    return path.getLast().equals("name")
        && form.rows().values().stream()
            .anyMatch(
                row -> row.removal().equals(item) && row.words().label().equals(item.getLast()));
  }

  private void change(Form form, Field row, YamlPlace place) {
    if (row.form() == Field.Form.SHOWN || isName(form, row)) {
      return;
    }
    Optional<String> other = other(row);
    if (other.isPresent()) {
      done(form, row, new SetField(form.owner(), row.path(), other.get()))
          .filter(_ -> !isFollowed(row.path()))
          .ifPresent(after -> onlyItsLines(form, row, place, after));
      set++;
    }
    done(form, row, new UnsetField(form.owner(), row.removal()));
  }

  /** A task's or template's name, which stands in many places. */
  private static boolean isName(Form form, Field row) {
    return row.path().equals(List.of("name")) && !(form.owner() instanceof FieldOwner.OfResource);
  }

  /** The name of a resource, an input, an output, an argument or a volume: who names it follows. */
  private static boolean isFollowed(List<String> path) {
    return path.getLast().equals("name")
        && (path.equals(List.of("metadata", "name"))
            || List.of("inputs", "outputs", "volumes").contains(path.getFirst())
            || path.getFirst().equals("spec")
                && List.of("arguments", "volumes", "volumeClaimTemplates").contains(path.get(1)));
  }

  private static Optional<String> other(Field row) {
    String value = row.value();
    return switch (row.type()) {
      case FieldType.Choice(List<String> words) ->
          words.stream().filter(word -> !word.isEmpty() && !word.equals(value)).findFirst();
      case FieldType.Plain plain ->
          switch (plain) {
            case TRUTH -> Optional.of(Boolean.toString(!value.equals("true")));
            case INTEGER, NUMBER, INT_OR_TEXT, QUANTITY -> Optional.of("7");
            case DURATION -> Optional.of("77s");
            case TIME -> Optional.of("2027-01-01T00:00:00Z");
            case TEXT, CODE -> Optional.of("other");
            case ANY -> value.contains("\n") ? Optional.empty() : Optional.of("other");
          };
      case FieldType.ListOf(FieldType.Choice(List<String> words)) ->
          Optional.of("[" + words.getLast() + "]");
      case FieldType.ListOf(FieldType.Plain item) when item == FieldType.Plain.NUMBER ->
          Optional.of("[1.5, 2]");
      case FieldType.ListOf(FieldType item) when item.isScalar() -> Optional.of("[one, two]");
      default -> Optional.empty();
    };
  }

  private Optional<String> done(Form form, Field row, Command command) {
    Outcome<Plan> plan = command.plan(form.state());
    plan.refusal()
        .ifPresent(
            why -> wrong.add("refused: " + form.said(row.path()) + " " + row.value() + " " + why));
    return plan.result().map(done -> form.state().text().apply(done.edits()).toString());
  }

  private void onlyItsLines(Form form, Field row, YamlPlace place, String after) {
    SourceText before = form.state().text();
    int from = before.lineStart(before.lineOf(keyOf(place)));
    int to = before.lineOf(Math.max(place.start(), place.end() - 1)) + 1;
    String head = before.slice(0, from);
    String tail =
        to >= before.lineCount()
            ? ""
            : before.slice(new TextRange(before.lineStart(to), before.length()));
    if (!after.startsWith(head) || !after.endsWith(tail)) {
      wrong.add("more than its lines: " + form.said(row.path()));
    }
  }

  private static int keyOf(YamlPlace place) {
    return place
        .parent()
        .filter(YamlPlace::isMapping)
        .map(parent -> parent.key(place.indexInParent()).start())
        .orElse(place.start());
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tiphys.model.completion.Proposal.Kind;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.schema.Definition;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.workflow.WorkflowSpec;

/** The names that the schema and the file have for a place. */
final class Names {
  private static final Set<String> CALLS = Set.of("template", "entrypoint", "onExit");
  private static final Set<String> WAITS = Set.of("depends", "dependencies", "target");
  private static final String API_VERSION = "argoproj.io/v1alpha1";

  private final SourceText text;
  private final int offset;
  private final WorkflowFile workflow;
  private final Scope scope;

  Names(SourceText text, int offset, WorkflowFile workflow, Scope scope) {
    this.text = text;
    this.offset = offset;
    this.workflow = workflow;
    this.scope = scope;
  }

  static List<Proposal> variables(WorkflowFile workflow, Scope scope) {
    return TagNames.in(workflow, scope).stream()
        .map(name -> new Proposal(name, name, Kind.VARIABLE, Optional.empty()))
        .toList();
  }

  List<Proposal> at(WrittenPlace place) {
    FieldType root = DocumentKind.around(text, offset);
    if (place.key().isEmpty()) {
      return fields(root, place);
    }
    List<String> path = place.valuePath();
    return Stream.concat(
            known(path).stream(),
            Schema.argo().field(root, fieldPath(path)).stream().flatMap(Names::choices))
        .toList();
  }

  private List<Proposal> fields(FieldType root, WrittenPlace place) {
    Optional<FieldType> around = Schema.argo().at(root, place.path());
    boolean isNewItem = around.filter(FieldType.ListOf.class::isInstance).isPresent();
    if (isNewItem) {
      return List.of();
    }
    Set<String> taken = place.path().isEmpty() ? Set.of() : siblings(place);
    return around.flatMap(Schema.argo()::definition).map(Definition::all).stream()
        .flatMap(fields -> fields.stream())
        .filter(field -> !field.isOfServer() && field.removedIn().isEmpty())
        .filter(field -> !taken.contains(field.name()))
        .map(
            field ->
                new Proposal(field.name(), written(field, place), Kind.FIELD, Optional.of(field)))
        .toList();
  }

  /** The keys of the lines around that begin at the same column. */
  private Set<String> siblings(WrittenPlace place) {
    Set<String> keys = new HashSet<>();
    int own = text.lineOf(offset);
    for (int step : new int[] {-1, 1}) {
      int line = step < 0 ? own : own + 1;
      while (line >= 0 && line < text.lineCount()) {
        Line other = Line.of(text, line);
        boolean isOutside = !other.isEmpty() && other.content() < place.column();
        boolean isOtherItem =
            step > 0 && other.content() == place.column() && !other.dashes().isEmpty();
        if (isOutside || isOtherItem) {
          break;
        }
        if (line != own && other.content() == place.column()) {
          other.key().ifPresent(keys::add);
          if (step < 0 && !other.dashes().isEmpty()) {
            break;
          }
        }
        line += step;
      }
    }
    return keys;
  }

  private static String written(SchemaField field, WrittenPlace place) {
    String indent = "\n" + " ".repeat(place.column() + 2);
    return switch (field.type()) {
      case FieldType.ObjectOf _, FieldType.MapOf _ -> field.name() + ":" + indent;
      case FieldType.ListOf _ -> field.name() + ":" + indent + "- ";
      case FieldType.Plain plain when plain == FieldType.Plain.CODE ->
          field.name() + ": |" + indent;
      case FieldType.Plain _, FieldType.Choice _ -> field.name() + ": ";
    };
  }

  /** A list's items are of the field that the list is. */
  private static List<String> fieldPath(List<String> path) {
    boolean isItem = !path.isEmpty() && path.getLast().equals(WrittenPlace.ITEM);
    return isItem ? path.subList(0, path.size() - 1) : path;
  }

  private static Stream<Proposal> choices(SchemaField field) {
    Stream<String> words =
        switch (field.type()) {
          case FieldType.Choice(List<String> choices) -> choices.stream().filter(w -> !w.isEmpty());
          case FieldType.Plain plain ->
              plain == FieldType.Plain.TRUTH ? Stream.of("true", "false") : Stream.of();
          case FieldType.ListOf _, FieldType.MapOf _, FieldType.ObjectOf _ -> Stream.of();
        };
    return words.map(word -> new Proposal(word, word, Kind.CHOICE, Optional.of(field)));
  }

  /** What the file itself has for a value. */
  private List<Proposal> known(List<String> path) {
    String last = fieldPath(path).getLast();
    if (last.equals("kind") && path.size() == 1) {
      return proposals(Schema.KINDS, Kind.CHOICE);
    }
    if (last.equals("apiVersion") && path.size() == 1) {
      return proposals(List.of(API_VERSION), Kind.CHOICE);
    }
    if (CALLS.contains(last)) {
      return proposals(templates(), Kind.TEMPLATE);
    }
    if (WAITS.contains(last)) {
      return proposals(tasks(), Kind.TASK);
    }
    return isArgumentName(path) ? proposals(inputsOfCallees(path), Kind.VARIABLE) : List.of();
  }

  private static boolean isArgumentName(List<String> path) {
    int size = path.size();
    return size > 4 && path.getLast().equals("name") && path.get(size - 4).equals("arguments");
  }

  /** The inputs of the template that is called; of all where it is not told yet which one is. */
  private List<String> inputsOfCallees(List<String> path) {
    boolean isParameter = path.get(path.size() - 3).equals("parameters");
    Optional<List<String>> called =
        new CalledInputs(text, offset, workflow, scope).names(isParameter);
    if (called.isPresent()) {
      return called.get();
    }
    List<String> names = new ArrayList<>();
    spec()
        .map(WorkflowSpec::templates)
        .orElse(List.of())
        .forEach(template -> names.addAll(names(template.inputs(), isParameter)));
    return names;
  }

  private static List<String> names(Arguments inputs, boolean isParameter) {
    return isParameter
        ? inputs.parameters().stream().map(Arguments.Parameter::name).toList()
        : inputs.artifacts().stream().map(Arguments.Artifact::name).toList();
  }

  private Optional<WorkflowSpec> spec() {
    return Scopes.spec(workflow, scope.resource());
  }

  private List<String> templates() {
    return spec().map(WorkflowSpec::templates).orElse(List.of()).stream()
        .flatMap(template -> template.name().stream())
        .map(name -> name.value())
        .toList();
  }

  private List<String> tasks() {
    return Scopes.template(workflow, scope).map(Template::calls).orElse(List.of()).stream()
        .map(Task::name)
        .flatMap(Optional::stream)
        .map(TaskName::value)
        .toList();
  }

  private static List<Proposal> proposals(List<String> names, Kind kind) {
    return names.stream().map(name -> new Proposal(name, name, kind, Optional.empty())).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlScalar;

/**
 * Sets one field of a task, a template or a resource. Where there is none, it is added with all
 * that it stands in; an empty value takes it away. Items of a list are named by what tells them
 * apart, mostly their {@code name}, or by their number, counted from 0; the last of the path may be
 * such an item, whose {@code value} is set then. Setting the name of a task, a template, an input,
 * an output, an argument, a volume or a workflow template renames it with every reference. A value
 * that is not of the field's type is refused.
 *
 * @param value for lists and objects, as in YAML: {@code [sh, -c]}
 */
public record SetField(FieldOwner owner, List<String> path, String value) implements Command {
  private static final String VALUE = "value";

  public SetField {
    path = List.copyOf(path);
  }

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    if (now.tree().isCutOff()) {
      return Outcome.refused(now.tree().syntaxError().orElseThrow());
    }
    return renaming(now)
        .map(rename -> rename.plan(now))
        .orElseGet(() -> TypedField.find(now, owner, path).then(field -> set(now, field)));
  }

  /** The command that gives the new name to all who say the old one; empty for other fields. */
  Optional<Command> renaming(DiagramState now) {
    boolean isName = path.equals(List.of("name"));
    return switch (owner) {
      case FieldOwner.OfTask(Scope scope, var node) when isName ->
          Optional.of(new RenameTask(scope, node, new TaskName(value)));
      case FieldOwner.OfTask(Scope scope, var node) ->
          inlineSlot(scope, node).or(() -> declared(now));
      case FieldOwner.OfTemplate(Scope scope) when isName ->
          Optional.of(
              new RenameTemplate(scope.resource(), scope.template(), new TemplateName(value)));
      case FieldOwner.OfTemplate(Scope scope) -> slot(scope, now).or(() -> declared(now));
      case FieldOwner.OfResource(int resource)
          when path.equals(List.of("metadata", "name")) && !value.isEmpty() ->
          SharedRename.of(new RenameResource(resource, value), now)
              .map(_ -> new RenameResource(resource, value));
      default -> declared(now);
    };
  }

  /** An argument of a workflow or a volume; only what stands in a list has such a name. */
  private Optional<Command> declared(DiagramState now) {
    boolean isName = path.size() > 2 && path.getLast().equals("name") && !value.isEmpty();
    int resource =
        switch (owner) {
          case FieldOwner.OfTask(Scope scope, var _) -> scope.resource();
          case FieldOwner.OfTemplate(Scope scope) -> scope.resource();
          case FieldOwner.OfResource(int number) -> number;
        };
    return isName
        ? FieldPath.find(now, owner, path)
            .filter(name -> name.text().isPresent())
            .flatMap(name -> new DeclaredName(now, resource, name).renamed(value))
        : Optional.empty();
  }

  /** The name of an input or output, which is told by that very name. */
  private Optional<Command> slot(Scope scope, DiagramState now) {
    if (path.size() != 4 || !path.getLast().equals("name") || value.isEmpty()) {
      return Optional.empty();
    }
    return Slot.ofPath(path.get(0) + "." + path.get(1))
        .filter(
            slot ->
                Ground.of(now, scope)
                    .result()
                    .flatMap(ground -> new SlotUses(ground, slot, path.get(2)).declaration())
                    .isPresent())
        .map(slot -> new RenameSlot(scope, slot, path.get(2), value));
  }

  /** The name of an input or output of the template that stands in a task. */
  private Optional<Command> inlineSlot(Scope scope, NodeId node) {
    boolean isName =
        path.size() == 5
            && path.getFirst().equals("inline")
            && path.getLast().equals("name")
            && !value.isEmpty();
    return isName
        ? Slot.ofPath(path.get(1) + "." + path.get(2))
            .map(slot -> new RenameInlineSlot(scope, node, slot, path.get(3), value))
        : Optional.empty();
  }

  private Outcome<Plan> set(DiagramState now, TypedField field) {
    if (isItemWithValue(field)) {
      List<String> longer = new ArrayList<>(path);
      longer.add(VALUE);
      return TypedField.find(now, owner, longer).then(found -> write(now, found));
    }
    return write(now, field);
  }

  /** An item such as a parameter, of which a plain value was typed. */
  private boolean isItemWithValue(TypedField field) {
    boolean hasValue =
        field.isItem()
            && Schema.argo()
                .definition(field.type())
                .flatMap(definition -> definition.field(VALUE))
                .isPresent();
    return hasValue
        && !(TypedValue.of(value, field.type(), field.said(), Optional.empty()).isDone()
            && value.contains(":"));
  }

  private Outcome<Plan> write(DiagramState now, TypedField field) {
    if (value.isEmpty()) {
      return UnsetField.plan(now, field);
    }
    return TypedValue.of(value, field.type(), field.said(), field.field())
        .then(typed -> write(now, field, asBefore(field, typed)));
  }

  private static Outcome<Plan> write(DiagramState now, TypedField field, YamlValue typed) {
    DocumentWriter writer = new DocumentWriter(now.tree());
    if (field.isThere()) {
      Replacement.tell(writer, field.place(), typed);
      Outcome<Plan> inParts = writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
      if (inParts.isDone()) {
        return inParts;
      }
      DocumentWriter whole = new DocumentWriter(now.tree());
      whole.replace(field.place(), typed);
      return whole.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
    }
    return field.put(writer, typed)
        ? writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)))
        : Outcome.refused(
            ProblemCode.FIELD_NO_ITEM, field.path().get(field.reached()), field.said());
  }

  /** A number that was written as a text stays one where both are possible. */
  private static YamlValue asBefore(TypedField field, YamlValue typed) {
    boolean isEither =
        field.type() == FieldType.Plain.INT_OR_TEXT || field.type() == FieldType.Plain.QUANTITY;
    boolean wasText =
        field.isThere()
            && field.place().node() instanceof YamlScalar scalar
            && scalar.type() == ScalarType.STRING;
    return isEither && wasText && typed instanceof YamlValue.Plain(String number)
        ? YamlValue.text(number)
        : typed;
  }
}

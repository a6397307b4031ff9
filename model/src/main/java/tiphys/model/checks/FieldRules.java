// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

/**
 * Fields that Argo knows (ARGO-002) and still has (TIP-11), and texts that its YAML 1.1 reader
 * takes for texts (ARGO-004): {@code value: 0777} is 511 to it, {@code name: on} no name.
 */
final class FieldRules {
  /**
   * Argo's AnyString: a number or truth is taken and turned into a text (amount.go, any_string.go).
   */
  private static final Set<String> ANY_STRINGS =
      Set.of(
          "Parameter.value",
          "Parameter.default",
          "Parameter.description",
          "Parameter.enum",
          "ValueFrom.default");

  /** What stands in place of a definition's name where anything goes. */
  private static final Set<String> FREE = Set.of("DAGTask.withItems", "WorkflowStep.withItems");

  private FieldRules() {}

  /**
   * What a type says about a node, remembered with it.
   *
   * @param found places count from the node's own start
   */
  private record Verdict(FieldType type, String field, List<Problem> found) {}

  static void check(Subject subject, List<Problem> found) {
    String kind = subject.resource().kindName();
    Optional<YamlPlace> place = subject.place();
    if (Schema.KINDS.contains(kind) && place.isPresent()) {
      FieldType type = new FieldType.ObjectOf(kind);
      int start = place.get().start();
      for (Problem problem : of(place.get().node(), type, kind)) {
        found.add(shifted(problem, start));
      }
    }
  }

  private static List<Problem> of(YamlNode node, FieldType type, String field) {
    if (node instanceof YamlScalar scalar) {
      return ofScalar(scalar, type, field);
    }
    Verdict known = node.derived(Verdict.class, _ -> judge(node, type, field));
    boolean isSame = isSame(known, type, field);
    return isSame ? known.found() : judge(node, type, field).found();
  }

  /** Mostly the very same: those of the schema, which are there once. */
  @SuppressWarnings("ReferenceEquality") // the rest compares what they say
  private static boolean isSame(Verdict known, FieldType type, String field) {
    return (known.type() == type || known.type().equals(type)) && known.field().equals(field);
  }

  private static Verdict judge(YamlNode node, FieldType type, String field) {
    List<Problem> found = new ArrayList<>();
    switch (node) {
      case YamlMapping mapping -> ofMapping(mapping, type, field, found);
      case YamlSequence sequence -> {
        // a group of steps may be written as one step alone
        FieldType item =
            type instanceof FieldType.ListOf(FieldType inner) ? inner : FieldType.Plain.ANY;
        ofItems(sequence, item, field, found);
      }
      default -> {
        // What an alias stands for is looked at where it is defined.
      }
    }
    return new Verdict(type, field, found.isEmpty() ? List.of() : List.copyOf(found));
  }

  /**
   * What a type says about some items of a sequence.
   *
   * @param found places count from the first of the items
   */
  private record ItemsVerdict(int items, FieldType type, String field, List<Problem> found) {
    @SuppressWarnings("ReferenceEquality") // mostly the very same, as above
    boolean isOf(FieldType wanted, String named) {
      return (type == wanted || type.equals(wanted)) && field.equals(named);
    }
  }

  private static void ofItems(
      YamlSequence sequence, FieldType item, String field, List<Problem> found) {
    int at = 0;
    for (ItemsVerdict known :
        sequence.derivedInStretches(
            ItemsVerdict.class, (all, from, to) -> judge(all, from, to, item, field))) {
      int end = at + known.items();
      ItemsVerdict told = known.isOf(item, field) ? known : judge(sequence, at, end, item, field);
      addShifted(told.found(), sequence.itemOffset(at), found);
      at = end;
    }
  }

  private static ItemsVerdict judge(
      YamlSequence sequence, int from, int to, FieldType item, String field) {
    List<Problem> found = new ArrayList<>();
    int start = sequence.itemOffset(from);
    for (int i = from; i < to; i++) {
      addShifted(of(sequence.item(i), item, field), sequence.itemOffset(i) - start, found);
    }
    return new ItemsVerdict(to - from, item, field, List.copyOf(found));
  }

  private static void ofMapping(
      YamlMapping mapping, FieldType type, String field, List<Problem> found) {
    FieldType own =
        type instanceof FieldType.ListOf(FieldType item) && item instanceof FieldType.ObjectOf
            ? item
            : type;
    for (int i = 0; i < mapping.size(); i++) {
      if (!(mapping.key(i) instanceof YamlScalar key) || key.value().equals("<<")) {
        continue;
      }
      int keyAt = mapping.keyOffset(i);
      TextRange keyRange = new TextRange(keyAt, keyAt + key.length());
      Optional<FieldType> below = Schema.argo().below(own, key.value());
      String name = field;
      if (own instanceof FieldType.ObjectOf(String definition)) {
        name = definition + "." + key.value();
        ofField(definition, key, keyRange, found);
      } else if (own instanceof FieldType.MapOf) {
        ofFreeKey(key, keyRange, found);
      }
      if (below.isPresent()) {
        addShifted(of(mapping.value(i), below.get(), name), mapping.valueOffset(i), found);
      }
    }
  }

  private static void ofField(
      String definition, YamlScalar key, TextRange range, List<Problem> found) {
    Optional<SchemaField> field =
        Schema.argo().definition(definition).flatMap(known -> known.field(key.value()));
    if (field.isEmpty()) {
      found.add(Problem.error(ProblemCode.FIELD_NOT_IN_ARGO, range, key.value(), definition));
    } else if (field.get().removedIn().isPresent()) {
      found.add(
          Problem.warning(
              ProblemCode.FIELD_REMOVED,
              range,
              key.value(),
              field.get().removedIn().get(),
              field.get().instead().orElse("")));
    }
  }

  private static void ofFreeKey(YamlScalar key, TextRange range, List<Problem> found) {
    String read = ArgoText.of(key);
    if (!read.equals(key.value())) {
      found.add(Problem.warning(ProblemCode.TEXT_READ_OTHERWISE, range, key.value(), read));
    }
  }

  private static List<Problem> ofScalar(YamlScalar scalar, FieldType type, String field) {
    boolean isBare = scalar.style() == ScalarStyle.PLAIN && scalar.tag().isEmpty();
    ScalarType read = scalar.type();
    boolean isRead =
        read == ScalarType.BOOLEAN || read == ScalarType.INTEGER || read == ScalarType.FLOAT;
    if (!isBare || !isRead) {
      return List.of();
    }
    TextRange range = new TextRange(0, scalar.length());
    String said = ArgoText.of(scalar);
    if (ANY_STRINGS.contains(field) || FREE.contains(field)) {
      return said.equals(scalar.value())
          ? List.of()
          : List.of(Problem.warning(ProblemCode.TEXT_READ_OTHERWISE, range, scalar.value(), said));
    }
    return isText(type)
        ? List.of(Problem.error(ProblemCode.TEXT_EXPECTED, range, scalar.value(), said))
        : List.of();
  }

  private static boolean isText(FieldType type) {
    return type == FieldType.Plain.TEXT
        || type == FieldType.Plain.CODE
        || type == FieldType.Plain.DURATION
        || type instanceof FieldType.Choice;
  }

  private static void addShifted(List<Problem> inner, int by, List<Problem> found) {
    for (int i = 0; i < inner.size(); i++) {
      found.add(shifted(inner.get(i), by));
    }
  }

  private static Problem shifted(Problem problem, int by) {
    return new Problem(
        problem.severity(),
        problem.code(),
        problem.arguments(),
        problem.place().map(place -> place.shifted(by)));
  }
}

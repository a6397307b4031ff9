// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.text.SourceText;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/**
 * What was typed, as a value of a field's type, or the reason why it is none. What Argo's reader
 * would take for something else than the type says (YAML 1.1: {@code on}, {@code 0777}) is written
 * as a text where a text is wanted. A tag may stand wherever a text may; Argo puts values in for
 * tags only there.
 */
public final class TypedValue {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern OCTAL = Pattern.compile("0[0-7]{1,6}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
  private static final Pattern DURATION =
      Pattern.compile("\\d+|((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+");
  private static final Pattern QUANTITY =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?");

  private final String name;
  private final Optional<SchemaField> field;

  private TypedValue(String name, Optional<SchemaField> field) {
    this.name = name;
    this.field = field;
  }

  /**
   * @param name how people call the place, for the reason of a refusal
   * @param field what the schema says of it beyond its type, if anything
   */
  public static Outcome<YamlValue> of(
      String typed, FieldType type, String name, Optional<SchemaField> field) {
    return new TypedValue(name, field).read(typed, type);
  }

  private Outcome<YamlValue> read(String typed, FieldType type) {
    return switch (type) {
      case FieldType.Plain plain when plain != FieldType.Plain.ANY -> plain(typed, plain);
      case FieldType.Choice(List<String> words) ->
          words.contains(typed) || isTag(typed)
              ? text(typed)
              : refused(ProblemCode.FIELD_NOT_CHOICE, typed, joined(words));
      default -> structured(typed, type);
    };
  }

  private Outcome<YamlValue> plain(String typed, FieldType.Plain type) {
    return switch (type) {
      case INTEGER -> integer(typed);
      case NUMBER ->
          NUMBER.matcher(typed).matches()
              ? Outcome.done(new YamlValue.Plain(typed))
              : refused(ProblemCode.FIELD_NOT_NUMBER, typed);
      case TRUTH -> truth(typed);
      case DURATION ->
          DURATION.matcher(typed).matches() || isTag(typed)
              ? text(typed)
              : refused(ProblemCode.FIELD_NOT_DURATION, typed);
      case QUANTITY ->
          QUANTITY.matcher(typed).matches() || isTag(typed)
              ? numberOrText(typed)
              : refused(ProblemCode.FIELD_NOT_QUANTITY, typed);
      case INT_OR_TEXT -> numberOrText(typed);
      case TEXT, CODE, TIME, ANY -> text(typed);
    };
  }

  private Outcome<YamlValue> integer(String typed) {
    boolean isInteger = INTEGER.matcher(typed).matches() || OCTAL.matcher(typed).matches();
    if (!isInteger) {
      return refused(ProblemCode.FIELD_NOT_INTEGER, typed);
    }
    long number = Long.parseLong(typed, INTEGER.matcher(typed).matches() ? 10 : 8);
    long least = field.map(SchemaField::least).flatMap(TypedValue::boxed).orElse(Long.MIN_VALUE);
    long most = field.map(SchemaField::most).flatMap(TypedValue::boxed).orElse(Long.MAX_VALUE);
    if (number < least) {
      return refused(ProblemCode.FIELD_TOO_SMALL, typed, Long.toString(least));
    }
    return number > most
        ? refused(ProblemCode.FIELD_TOO_LARGE, typed, Long.toString(most))
        : Outcome.done(new YamlValue.Plain(typed));
  }

  private static Optional<Long> boxed(java.util.OptionalLong bound) {
    return bound.isPresent() ? Optional.of(bound.getAsLong()) : Optional.empty();
  }

  private Outcome<YamlValue> truth(String typed) {
    return ScalarType.ofPlain(typed) == ScalarType.BOOLEAN
        ? Outcome.done(new YamlValue.Plain(Boolean.toString(ScalarType.truthOf(typed))))
        : refused(ProblemCode.FIELD_NOT_TRUTH, typed);
  }

  private static Outcome<YamlValue> numberOrText(String typed) {
    return INTEGER.matcher(typed).matches()
        ? Outcome.done(new YamlValue.Plain(typed))
        : text(typed);
  }

  /** YAML as typed; one item where a list is wanted and none was typed. */
  private Outcome<YamlValue> structured(String typed, FieldType type) {
    YamlTree tree = YamlTree.parse(SourceText.of(typed));
    boolean isRead = tree.syntaxError().isEmpty() && tree.documents().size() == 1;
    // an anchor or a tag would be lost on the way: then it is a text that only looks like one
    YamlNode root =
        isRead && !tree.mayHaveAnchors() && tree.documents().getFirst().root().tag().isEmpty()
            ? tree.documents().getFirst().root()
            : null;
    // a bare | is the text that was typed, not a block of nothing
    boolean isEmptyBlock =
        root instanceof YamlScalar scalar
            && scalar.value().isEmpty()
            && (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED);
    root = isEmptyBlock ? null : root;
    boolean isCollection = root instanceof YamlSequence || root instanceof YamlMapping;
    if (type instanceof FieldType.ListOf(FieldType item) && !(root instanceof YamlSequence)) {
      return (isCollection && root != null ? copy(root, item, name) : read(typed, item))
          .then(one -> Outcome.done(YamlValue.sequence(one)));
    }
    if (root != null && (isCollection || type == FieldType.Plain.ANY)) {
      return copy(root, type, name);
    }
    return type == FieldType.Plain.ANY ? text(typed) : refused(ProblemCode.FIELD_NOT_FIELDS, typed);
  }

  private Outcome<YamlValue> copy(YamlNode node, FieldType type, String at) {
    return switch (node) {
      case YamlScalar scalar -> scalar(scalar, type, at);
      case YamlSequence sequence -> {
        boolean isWanted = type instanceof FieldType.ListOf || type == FieldType.Plain.ANY;
        List<YamlValue> items = new ArrayList<>();
        for (int i = 0; isWanted && i < sequence.size(); i++) {
          Optional<FieldType> below = Schema.argo().below(type, Integer.toString(i));
          Outcome<YamlValue> item =
              copy(sequence.item(i), below.orElse(FieldType.Plain.ANY), at + "." + i);
          if (item.refusal().isPresent()) {
            yield item;
          }
          item.result().ifPresent(items::add);
        }
        yield isWanted
            ? Outcome.done(new YamlValue.Sequence(items))
            : Outcome.refused(ProblemCode.FIELD_NOT_LIST, at);
      }
      case YamlMapping mapping -> mapping(mapping, type, at);
      default -> Outcome.refused(ProblemCode.FIELD_NOT_SETTABLE, at);
    };
  }

  private Outcome<YamlValue> mapping(YamlMapping mapping, FieldType type, String at) {
    if (type.isScalar() || type instanceof FieldType.ListOf) {
      return Outcome.refused(ProblemCode.FIELD_NOT_TEXT, at);
    }
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (int i = 0; i < mapping.size(); i++) {
      String key = mapping.key(i) instanceof YamlScalar scalar ? scalar.value() : "";
      Optional<FieldType> below = Schema.argo().below(type, key);
      if (below.isEmpty()) {
        return Outcome.refused(ProblemCode.FIELD_UNKNOWN, key, at);
      }
      Outcome<YamlValue> value = copy(mapping.value(i), below.get(), at + "." + key);
      if (value.refusal().isPresent()) {
        return value;
      }
      value.result().ifPresent(found -> entries.put(key, found));
    }
    return Outcome.done(new YamlValue.Mapping(entries));
  }

  private Outcome<YamlValue> scalar(YamlScalar scalar, FieldType type, String at) {
    if (type == FieldType.Plain.ANY) {
      return Outcome.done(
          scalar.type() == ScalarType.STRING
              ? YamlValue.text(scalar.value())
              : new YamlValue.Plain(scalar.value()));
    }
    if (type.isScalar()) {
      return new TypedValue(at, Optional.empty()).read(scalar.value(), type);
    }
    return scalar.type() == ScalarType.NULL
        ? Outcome.done(
            type instanceof FieldType.ListOf ? YamlValue.sequence() : YamlValue.emptyMapping())
        : Outcome.refused(ProblemCode.FIELD_NOT_FIELDS, at, scalar.value());
  }

  private static boolean isTag(String typed) {
    return typed.contains("{{");
  }

  private static String joined(List<String> words) {
    return String.join(", ", words.stream().filter(word -> !word.isEmpty()).toList());
  }

  private static Outcome<YamlValue> text(String typed) {
    return Outcome.done(YamlValue.text(typed));
  }

  private Outcome<YamlValue> refused(ProblemCode code, String... more) {
    List<String> arguments = new ArrayList<>(List.of(name));
    arguments.addAll(List.of(more));
    return Outcome.refused(code, arguments.toArray(String[]::new));
  }
}

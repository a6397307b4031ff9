// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.app.message.Messages;
import tiphys.model.schema.Definition;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.workflow.Arguments;
import tiphys.model.yaml.YamlPlace;

/**
 * Reads what the text has of an owner, and what a form offers beyond, as rows in sections. Objects
 * within objects follow the head of theirs, one step further in: all that is set is seen at once.
 */
final class FieldReader {
  /** A nested object with no more fields than this shows them all. */
  private static final int FEW = 8;

  private static final List<String> FIRST =
      List.of(
          "name",
          "generateName",
          "schedules",
          "timezone",
          "entrypoint",
          "template",
          "depends",
          "dependencies",
          "image",
          "command",
          "args",
          "source",
          "method",
          "url",
          "body",
          "action",
          "manifest",
          "parameters",
          "artifacts",
          "limit",
          "when",
          "withParam",
          "withItems");
  private static final Comparator<SchemaField> IN_ORDER =
      Comparator.comparingInt(
          field -> {
            int rank = FIRST.indexOf(field.name());
            return rank < 0 ? FIRST.size() : rank;
          });

  private final Subject subject;
  private final Rows rows;
  private final NamedRows named;
  private final Map<FormSection, List<Field>> sections = new EnumMap<>(FormSection.class);

  /**
   * @param declared what a called template takes, for the arguments of a task
   */
  FieldReader(Subject subject, Messages messages, Arguments declared) {
    this.subject = subject;
    this.rows = new Rows(subject, messages);
    this.named = new NamedRows(subject, messages, rows, declared);
  }

  /** An object whose fields become rows, as far as the text has it. */
  private record Level(
      Definition definition, Optional<YamlPlace> place, List<String> path, int depth) {
    Level(FieldType.ObjectOf type, Optional<YamlPlace> place, List<String> path, int depth) {
      this(Schema.argo().definition(type).orElseThrow(), place, path, depth);
    }

    boolean isOuter() {
      return depth == 0;
    }

    boolean has(String field) {
      return place.flatMap(found -> found.get(field)).isPresent();
    }
  }

  Map<FormSection, List<Field>> read(Definition definition, YamlPlace place) {
    object(new Level(definition, Optional.of(place), List.of(), 0), Optional.empty());
    return sections;
  }

  /**
   * @param into where the rows go; by section where it is empty
   */
  private void object(Level level, Optional<List<Field>> into) {
    for (SchemaField field : level.definition().all().stream().sorted(IN_ORDER).toList()) {
      List<String> at = Rows.plus(level.path(), field.name());
      Optional<YamlPlace> value = level.place().flatMap(found -> found.get(field.name()));
      boolean isAsked = value.isPresent() || subject.isOpened(at);
      if (Shape.isElsewhere(field.key())) {
        continue;
      }
      if (level.isOuter() && Shape.isTransparent(field.key())) {
        boolean isSeen = isAsked || !isBody(field);
        if (isSeen && field.type() instanceof FieldType.ObjectOf type) {
          object(new Level(type, value, at, 0), into);
        }
      } else if (isAsked || isOffered(level, field)) {
        row(field, value, at, level.depth(), into.orElseGet(() -> section(at)));
      }
    }
    unknown(level, into);
  }

  private List<Field> section(List<String> path) {
    return sections.computeIfAbsent(FormSection.of(path), _ -> new ArrayList<>());
  }

  /** A template has one of them. */
  private static boolean isBody(SchemaField field) {
    return field.definition().equals("Template")
        && !field.name().equals("inputs")
        && !field.name().equals("outputs");
  }

  private boolean isOffered(Level level, SchemaField field) {
    String name = field.name();
    boolean hasOther =
        name.equals("depends") && level.has("dependencies")
            || name.equals("name") && level.has("generateName");
    boolean isThere =
        level.isOuter() || level.place().isPresent() || subject.isOpened(level.path());
    boolean isNested = level.definition().name().equals("Template") && !level.isOuter();
    boolean isProminent =
        Shape.isProminent(field.key()) && !isNested && (isThere || Shape.isOfUnset(field.key()));
    boolean isName = field.key().equals("ObjectMeta.name") && level.isOuter();
    boolean isCommon = !level.isOuter() && isThere && isCommon(level.definition(), field);
    return !hasOther
        && (isName
            || isProminent
            || isCommon && !isNested
            || subject.inherited(Rows.plus(level.path(), name)).isPresent());
  }

  /** Of an object with few fields all that can be typed; of others what must be there. */
  private static boolean isCommon(Definition definition, SchemaField field) {
    boolean isOfFew = definition.fields().size() <= FEW && field.type().isScalar();
    return (isOfFew || field.isRequired())
        && !field.isOfServer()
        && !field.isDeprecated()
        && field.removedIn().isEmpty();
  }

  private void row(
      SchemaField field, Optional<YamlPlace> value, List<String> at, int depth, List<Field> into) {
    switch (field.type()) {
      case FieldType.ListOf(FieldType.ObjectOf item) -> items(field, item, value, at, depth, into);
      case FieldType.MapOf(FieldType.ObjectOf item) -> items(field, item, value, at, depth, into);
      case FieldType.ListOf(FieldType item) when Shape.isInRows(field.key()) ->
          elements(field, item, value, at, depth, into);
      case FieldType.MapOf(FieldType entry) when entry.isScalar() ->
          entries(field, value, at, depth, into);
      case FieldType.ObjectOf object -> {
        into.add(rows.head(field, object, value, at, depth));
        object(new Level(object, value, at, depth + 1), Optional.of(into));
      }
      default -> into.add(rows.leaf(field, value, at, depth));
    }
  }

  private void entries(
      SchemaField field, Optional<YamlPlace> map, List<String> at, int depth, List<Field> into) {
    into.add(rows.head(field, field.type(), map, at, depth));
    for (YamlPlace.Entry entry : map.map(YamlPlace::entries).orElse(List.of())) {
      into.add(rows.entry(field, entry.name(), Optional.of(entry.value()), at, depth + 1));
    }
    into.add(rows.entry(field, "", Optional.empty(), at, depth + 1));
  }

  /** Plain values, each of which is long or says much: one row for each. */
  private void elements(
      SchemaField field,
      FieldType type,
      Optional<YamlPlace> list,
      List<String> at,
      int depth,
      List<Field> into) {
    into.add(rows.head(field, field.type(), list, at, depth));
    for (YamlPlace item : list.map(YamlPlace::items).orElse(List.of())) {
      List<String> path = Rows.plus(at, Integer.toString(item.indexInParent()));
      into.add(rows.element(field, type, item, path, depth + 1));
    }
    into.add(rows.addition(field, at, depth + 1));
  }

  private void items(
      SchemaField field,
      FieldType.ObjectOf type,
      Optional<YamlPlace> list,
      List<String> at,
      int depth,
      List<Field> into) {
    into.add(rows.head(field, field.type(), list, at, depth));
    List<String> seen = new ArrayList<>();
    for (NamedRows.Item item : NamedRows.items(field, list)) {
      item(type, item.at(), Rows.plus(at, item.name()), depth + 1, into);
      seen.add(item.name());
    }
    into.addAll(named.missing(at, seen, depth + 1));
    into.add(rows.addition(field, at, depth + 1));
  }

  private void item(
      FieldType.ObjectOf type, YamlPlace place, List<String> at, int depth, List<Field> into) {
    Optional<String> single = named.singleValue(type, place, at);
    if (single.isPresent()) {
      into.add(named.named(type, place, at, single.get(), depth));
      return;
    }
    into.add(rows.itemHead(type, place, at, depth));
    object(new Level(type, Optional.of(place), at, depth + 1), Optional.of(into));
  }

  /** What the text has and Argo does not know is seen, not set. */
  private void unknown(Level level, Optional<List<Field>> into) {
    for (YamlPlace.Entry entry : level.place().map(YamlPlace::entries).orElse(List.of())) {
      boolean isKnown =
          level.definition().field(entry.name()).isPresent() || entry.name().equals("status");
      if (!isKnown) {
        List<String> at = Rows.plus(level.path(), entry.name());
        into.orElseGet(() -> section(at)).add(rows.unknown(entry, at, level.depth()));
      }
    }
  }
}

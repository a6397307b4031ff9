// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Rows rows;
  private final Arguments declared;
  private final Map<FormSection, List<Field>> sections = new EnumMap<>(FormSection.class);

  /**
   * @param declared what a called template takes, for the arguments of a task
   */
  FieldReader(Rows rows, Arguments declared) {
    this.rows = rows;
    this.declared = declared;
  }

  Map<FormSection, List<Field>> read(Definition definition, YamlPlace place) {
    object(definition, Optional.of(place), List.of(), 0, Optional.empty());
    return sections;
  }

  /**
   * @param into where the rows go; by section where it is empty
   */
  private void object(
      Definition definition,
      Optional<YamlPlace> place,
      List<String> path,
      int depth,
      Optional<List<Field>> into) {
    for (SchemaField field : definition.all().stream().sorted(IN_ORDER).toList()) {
      List<String> at = Rows.plus(path, field.name());
      Optional<YamlPlace> value = place.flatMap(found -> found.get(field.name()));
      boolean isOpened = rows.isOpened(at);
      if (Shape.isElsewhere(field.key())) {
        continue;
      }
      if (depth == 0 && Shape.isTransparent(field.key())) {
        if (value.isPresent() || isOpened || !isBody(field)) {
          Schema.argo()
              .definition(field.type())
              .ifPresent(inner -> object(inner, value, at, 0, into));
        }
      } else if (value.isPresent() || isOpened || isOffered(definition, field, place, depth)) {
        row(field, value, at, depth, into.orElseGet(() -> section(at)));
      }
    }
    place.ifPresent(found -> unknown(definition, found, path, depth, into));
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

  private static boolean isOffered(
      Definition definition, SchemaField field, Optional<YamlPlace> place, int depth) {
    boolean hasOther =
        field.name().equals("depends") && place.flatMap(p -> p.get("dependencies")).isPresent()
            || field.name().equals("name") && place.flatMap(p -> p.get("generateName")).isPresent();
    boolean isOfFew =
        depth > 0
            && definition.fields().size() <= FEW
            && field.type().isScalar()
            && !field.isOfServer()
            && !field.isDeprecated()
            && field.removedIn().isEmpty();
    boolean isName = field.key().equals("ObjectMeta.name") && depth == 0;
    return !hasOther && (Shape.isProminent(field.key()) || isOfFew || isName);
  }

  private void row(
      SchemaField field, Optional<YamlPlace> value, List<String> at, int depth, List<Field> into) {
    switch (field.type()) {
      case FieldType.ListOf(FieldType.ObjectOf item) -> items(field, item, value, at, depth, into);
      case FieldType.MapOf(FieldType.ObjectOf item) -> items(field, item, value, at, depth, into);
      case FieldType.MapOf(FieldType entry) when entry.isScalar() ->
          entries(field, value, at, depth, into);
      case FieldType.ObjectOf object -> {
        into.add(rows.head(field, object, value, at, depth));
        Schema.argo()
            .definition(object)
            .ifPresent(inner -> object(inner, value, at, depth + 1, Optional.of(into)));
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

  private void items(
      SchemaField field,
      FieldType.ObjectOf type,
      Optional<YamlPlace> list,
      List<String> at,
      int depth,
      List<Field> into) {
    into.add(rows.head(field, field.type(), list, at, depth));
    List<String> seen = new ArrayList<>();
    int position = 0;
    for (Rows.Item item : rows.items(field, list)) {
      String step = seen.contains(item.name()) ? Integer.toString(position) : item.name();
      item(type, item.at(), Rows.plus(at, step), depth + 1, into);
      seen.add(step);
      position++;
    }
    for (Field argument : rows.declared(declared, at, seen, depth + 1)) {
      into.add(argument);
    }
    into.add(rows.addition(field, at, depth + 1));
  }

  private void item(
      FieldType.ObjectOf type, YamlPlace place, List<String> at, int depth, List<Field> into) {
    Optional<String> single = rows.singleValue(type, place, at);
    if (single.isPresent()) {
      into.add(rows.named(type, place, at, single.get(), declared, depth));
      return;
    }
    into.add(rows.itemHead(type, place, at, depth));
    Schema.argo()
        .definition(type)
        .ifPresent(inner -> object(inner, Optional.of(place), at, depth + 1, Optional.of(into)));
  }

  /** What the text has and Argo does not know is seen, not set. */
  private void unknown(
      Definition definition,
      YamlPlace place,
      List<String> path,
      int depth,
      Optional<List<Field>> into) {
    for (YamlPlace.Entry entry : place.entries()) {
      boolean isKnown = definition.field(entry.name()).isPresent() || entry.name().equals("status");
      if (!isKnown) {
        List<String> at = Rows.plus(path, entry.name());
        into.orElseGet(() -> section(at)).add(rows.unknown(entry, at, depth));
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tiphys.app.message.FieldWords;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.model.schema.Definition;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.yaml.YamlPlace;

/**
 * Every field that a form can hold, found by what it is called in any language, by Argo's name, or
 * by a word of its description. Made when something is first looked for.
 */
final class FieldIndex {
  private static final int DEEPEST = 5;

  private final List<Found> all = new ArrayList<>();
  private final List<FieldWords> languages;

  private FieldIndex() {
    languages =
        Arrays.stream(Language.values())
            .map(language -> new FieldWords(Messages.in(language)))
            .toList();
  }

  /** A field by its path from the form's owner, with all that it is called in lower case. */
  record Found(List<String> path, SchemaField field, String called) {}

  static FieldIndex of(Definition definition, YamlPlace place) {
    FieldIndex index = new FieldIndex();
    index.add(definition, Optional.of(place), List.of(), new HashSet<>());
    return index;
  }

  private void add(
      Definition definition, Optional<YamlPlace> place, List<String> path, Set<String> above) {
    if (path.size() >= DEEPEST || !above.add(definition.name())) {
      return;
    }
    for (SchemaField field : definition.all()) {
      boolean isKept =
          !Shape.isElsewhere(field.key())
              && !field.isOfServer()
              && field.removedIn().isEmpty()
              && !field.type().equals(new FieldType.ObjectOf("Template"));
      boolean isOtherBody =
          definition.name().equals("Template")
              && Shape.isTransparent(field.key())
              && !field.name().endsWith("puts")
              && place.flatMap(p -> p.get(field.name())).isEmpty();
      if (isKept && !isOtherBody) {
        List<String> at = Rows.plus(path, field.name());
        if (!Shape.isTransparent(field.key())) {
          all.add(new Found(at, field, called(at, field)));
        }
        Optional<YamlPlace> value = place.flatMap(p -> p.get(field.name()));
        Schema.argo()
            .definition(field.type())
            .ifPresent(inner -> add(inner, value, at, new HashSet<>(above)));
      }
    }
  }

  private String called(List<String> path, SchemaField field) {
    StringBuilder called = new StringBuilder(String.join(" ", path));
    for (FieldWords words : languages) {
      called.append(' ').append(words.label(field));
      called.append(' ').append(words.description(field).orElse(""));
    }
    return called.toString().toLowerCase(Locale.ROOT);
  }

  /** The best first; all words of the query must be found. */
  List<Found> find(String query, int most) {
    List<String> words =
        Arrays.stream(query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty()) {
      return List.of();
    }
    return all.stream()
        .filter(found -> words.stream().allMatch(found.called()::contains))
        .sorted(
            Comparator.<Found>comparingInt(found -> rank(found, words.getFirst()))
                .thenComparingInt(found -> found.path().size()))
        .limit(most)
        .toList();
  }

  private static int rank(Found found, String word) {
    String name = found.field().name().toLowerCase(Locale.ROOT);
    if (name.startsWith(word)) {
      return 0;
    }
    return name.contains(word) ? 1 : 2;
  }
}

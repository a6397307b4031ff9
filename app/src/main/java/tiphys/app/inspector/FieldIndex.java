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

  /** The distance of a word that only a description has. */
  private static final int DESCRIBED = 4;

  /** A form of a thousand items does not need all of them to be found. */
  private static final int MOST = 20_000;

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

  /** Where one has come to. */
  private record Branch(List<String> path, Set<String> above, int depth) {
    Branch below(Definition definition, List<String> longer) {
      Set<String> more = new HashSet<>(above);
      more.add(definition.name());
      return new Branch(longer, more, depth + 1);
    }

    Branch at(List<String> longer) {
      return new Branch(longer, above, depth);
    }
  }

  static FieldIndex of(Definition definition, YamlPlace place) {
    FieldIndex index = new FieldIndex();
    index.add(definition, Optional.of(place), new Branch(List.of(), Set.of(), 0));
    return index;
  }

  private void add(Definition definition, Optional<YamlPlace> place, Branch branch) {
    if (branch.depth() >= DEEPEST || branch.above().contains(definition.name())) {
      return;
    }
    for (SchemaField field : definition.all()) {
      if (isKept(definition, field, place)) {
        List<String> at = Rows.plus(branch.path(), field.name());
        if (!Shape.isTransparent(field.key())) {
          all.add(new Found(at, field, called(at, field)));
        }
        Optional<YamlPlace> value = place.flatMap(p -> p.get(field.name()));
        below(field, value, branch.below(definition, at));
      }
    }
  }

  /** The fields of an object, and those of every item that a list has. */
  private void below(SchemaField field, Optional<YamlPlace> value, Branch branch) {
    Schema.argo().definition(field.type()).ifPresent(inner -> add(inner, value, branch));
    Optional<Definition> ofItem =
        switch (field.type()) {
          case FieldType.ListOf(FieldType.ObjectOf item) -> Schema.argo().definition(item);
          case FieldType.MapOf(FieldType.ObjectOf item) -> Schema.argo().definition(item);
          default -> Optional.empty();
        };
    for (NamedRows.Item item :
        ofItem.isEmpty() ? List.<NamedRows.Item>of() : NamedRows.items(field, value)) {
      if (all.size() < MOST) {
        add(ofItem.get(), Optional.of(item.at()), branch.at(Rows.plus(branch.path(), item.name())));
      }
    }
  }

  private static boolean isKept(
      Definition definition, SchemaField field, Optional<YamlPlace> place) {
    boolean isOtherBody =
        definition.name().equals("Template")
            && Shape.isTransparent(field.key())
            && !field.name().endsWith("puts")
            && place.flatMap(p -> p.get(field.name())).isEmpty();
    return !isOtherBody
        && !Shape.isElsewhere(field.key())
        && !field.isOfServer()
        && field.removedIn().isEmpty()
        && !field.type().equals(new FieldType.ObjectOf("Template"));
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
            Comparator.<Found>comparingInt(found -> rank(found, words))
                .thenComparingInt(found -> found.path().size()))
        .limit(most)
        .toList();
  }

  /**
   * How far a field is from what was typed: words that its path has count for more than words of
   * its description, and its own name for more than those of what it stands in.
   */
  private static int rank(Found found, List<String> words) {
    String own = found.path().getLast().toLowerCase(Locale.ROOT);
    int rank = words.contains(own) ? 0 : words.stream().anyMatch(own::startsWith) ? 1 : 4;
    for (String word : words) {
      rank +=
          found.path().stream()
              .mapToInt(step -> distance(step.toLowerCase(Locale.ROOT), word))
              .min()
              .orElse(DESCRIBED);
    }
    return rank;
  }

  private static int distance(String step, String word) {
    if (step.equals(word)) {
      return 0;
    }
    return step.startsWith(word) ? 1 : step.contains(word) ? 2 : DESCRIBED;
  }
}

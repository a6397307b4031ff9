// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import tiphys.model.text.TextRange;

/**
 * A node at its place in one version of the text. Made on the way down from a document, at the cost
 * of one small object a step; not kept beyond the version of the tree that it came from.
 */
public final class YamlPlace {
  private final YamlNode node;
  private final int start;
  private final @Nullable YamlPlace parent;
  private final int indexInParent;

  private YamlPlace(YamlNode node, int start, @Nullable YamlPlace parent, int indexInParent) {
    this.node = node;
    this.start = start;
    this.parent = parent;
    this.indexInParent = indexInParent;
  }

  static YamlPlace root(YamlDocument document) {
    return new YamlPlace(document.root(), document.start(), null, 0);
  }

  /** One entry of a mapping. */
  public record Entry(YamlPlace key, YamlPlace value) {
    /** The key's text; empty for a key that is no scalar. */
    public String name() {
      return key.node instanceof YamlScalar scalar ? scalar.value() : "";
    }
  }

  public YamlNode node() {
    return node;
  }

  public int start() {
    return start;
  }

  public int end() {
    return start + node.length();
  }

  public TextRange range() {
    return new TextRange(start, end());
  }

  public Optional<YamlPlace> parent() {
    return Optional.ofNullable(parent);
  }

  /** Which item or entry of its parent this is, counted from 0. */
  public int indexInParent() {
    return indexInParent;
  }

  public boolean isMapping() {
    return node instanceof YamlMapping;
  }

  public boolean isSequence() {
    return node instanceof YamlSequence;
  }

  /** Whether there is a value at all: an absent value and an explicit null are none. */
  public boolean isNull() {
    return node instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
  }

  /** Entries of a mapping or items of a sequence; 0 for anything else. */
  public int size() {
    return switch (node) {
      case YamlMapping mapping -> mapping.size();
      case YamlSequence sequence -> sequence.size();
      case YamlScalar _, YamlAlias _ -> 0;
    };
  }

  /** The value of a key, if this is a mapping that has it. */
  public Optional<YamlPlace> get(String key) {
    if (!(node instanceof YamlMapping mapping)) {
      return Optional.empty();
    }
    int index = mapping.indexOf(key);
    return index < 0 ? Optional.empty() : Optional.of(value(index));
  }

  /** Walks down keys: {@code get("spec", "templates")}. */
  public Optional<YamlPlace> get(String first, String... more) {
    Optional<YamlPlace> place = get(first);
    for (String key : more) {
      place = place.flatMap(at -> at.get(key));
    }
    return place;
  }

  /** The place of a key itself, if this is a mapping that has it. */
  public Optional<YamlPlace> keyOf(String key) {
    if (!(node instanceof YamlMapping mapping)) {
      return Optional.empty();
    }
    int index = mapping.indexOf(key);
    return index < 0 ? Optional.empty() : Optional.of(key(index));
  }

  /** The key of an entry of a mapping. @throws ClassCastException if this is none */
  public YamlPlace key(int index) {
    YamlMapping mapping = (YamlMapping) node;
    return new YamlPlace(mapping.key(index), start + mapping.keyOffset(index), this, index);
  }

  /** The value of an entry of a mapping. @throws ClassCastException if this is none */
  public YamlPlace value(int index) {
    YamlMapping mapping = (YamlMapping) node;
    return new YamlPlace(mapping.value(index), start + mapping.valueOffset(index), this, index);
  }

  /** An item of a sequence. @throws ClassCastException if this is none */
  public YamlPlace item(int index) {
    YamlSequence sequence = (YamlSequence) node;
    return new YamlPlace(sequence.item(index), start + sequence.itemOffset(index), this, index);
  }

  /** The entries of a mapping in order of place; none for anything else. */
  public List<Entry> entries() {
    if (!(node instanceof YamlMapping mapping)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>(mapping.size());
    for (int i = 0; i < mapping.size(); i++) {
      entries.add(new Entry(key(i), value(i)));
    }
    return entries;
  }

  /** The items of a sequence, each made when it is asked for; none for anything else. */
  public List<YamlPlace> items() {
    return node instanceof YamlSequence sequence && sequence.size() > 0
        ? new Items(this, sequence.size())
        : List.of();
  }

  private static final class Items extends AbstractList<YamlPlace> implements RandomAccess {
    private final YamlPlace sequence;
    private final @Nullable YamlPlace[] made;

    Items(YamlPlace sequence, int size) {
      this.sequence = sequence;
      this.made = new YamlPlace[size];
    }

    @Override
    public YamlPlace get(int index) {
      YamlPlace known = made[index];
      if (known == null) {
        known = sequence.item(index);
        made[index] = known;
      }
      return known;
    }

    @Override
    public int size() {
      return made.length;
    }
  }

  /** The content of a scalar of any type; absent for null, an alias or a collection. */
  public Optional<String> text() {
    return node instanceof YamlScalar scalar && scalar.type() != ScalarType.NULL
        ? Optional.of(scalar.value())
        : Optional.empty();
  }
}

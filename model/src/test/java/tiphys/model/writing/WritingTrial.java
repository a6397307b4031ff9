// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import tiphys.model.given.Meaning;
import tiphys.model.given.OtherReader;
import tiphys.model.given.TreeText;
import tiphys.model.problem.Outcome;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdits;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/** One change of one file. */
final class WritingTrial {
  static final List<String> NASTY =
      List.of(
          "hello",
          "on",
          "yes",
          "y",
          "0777",
          "0o17",
          "1e3",
          "1.5",
          "null",
          "~",
          "",
          "a: b",
          "a #b",
          "- x",
          "{{x}}",
          "it's",
          "\"q\"",
          "multi\nline\n",
          "multi\nline",
          "  lead\n x\n",
          "trail \nx\n\n",
          "tab\there",
          "é😀",
          "2001-01-01",
          "12:30:45",
          "#c",
          "&a",
          "*a",
          "@x",
          "`b`",
          "---",
          "a,b",
          "[x]",
          "k:",
          "back\\slash",
          "x\r\ny",
          "\u0085",
          "\u2028x",
          "<<",
          "=",
          "\n",
          "\n\nx",
          "!t",
          "a: |\n  b\n",
          "? x",
          "%d",
          "...",
          "\uFEFFx",
          "a\n\n\nb\n");

  static int done;
  static int refused;
  private final YamlTree tree;
  private final Random random;
  private final DocumentWriter writer;
  private final List<Meaning> before;
  private String told = "";
  private Lines lines;

  WritingTrial(String text, Random random) {
    this.tree = YamlTree.parse(SourceText.of(text));
    this.random = random;
    this.writer = new DocumentWriter(tree);
    this.before = tree.documents().stream().map(d -> Meaning.of(d.root())).toList();
    this.lines = new Lines(tree.text());
  }

  void run() {
    int document = random.nextInt(tree.documents().size());
    List<YamlPlace> places = new ArrayList<>();
    collect(tree.documents().get(document).place(), places);
    YamlPlace place = places.get(random.nextInt(places.size()));
    Optional<Check> check = tell(place, document);
    if (check.isEmpty()) {
      return;
    }
    switch (writer.edits()) {
      case Outcome.Refused<TextEdits> no -> {
        refused++;
        if (System.getProperty("tell") != null) {
          System.out.println("REFUSED " + told + "\n" + context(place));
        }
      }
      case Outcome.Done<TextEdits>(TextEdits edits) -> {
        done++;
        check(edits, check.get());
      }
    }
  }

  private String context(YamlPlace place) {
    SourceText t = tree.text();
    int line = t.lineOf(place.start());
    int from = Math.max(0, line - 4);
    int to = Math.min(t.lineCount() - 1, t.lineOf(place.end()) + 4);
    return t.slice(t.lineStart(from), t.lineEnd(Math.min(to, from + 20)))
        + (to == t.lineCount() - 1 ? "<EOF" : "")
        + "\n-----";
  }

  private void collect(YamlPlace place, List<YamlPlace> places) {
    places.add(place);
    place.entries().forEach(entry -> collect(entry.value(), places));
    place.items().forEach(item -> collect(item, places));
  }

  /** Whether what came out is what was meant. */
  private interface Check {
    boolean holds(List<Meaning> after);
  }

  private Optional<Check> tell(YamlPlace place, int document) {
    YamlNode node = place.node();
    return switch (random.nextInt(6)) {
      case 0, 1 ->
          node instanceof YamlScalar ? replaced(place, document, text()) : Optional.empty();
      case 2 ->
          place.parent().isPresent() && !(node instanceof YamlAlias)
              ? replaced(place, document, value(0))
              : Optional.empty();
      case 3 -> node instanceof YamlMapping ? put(place, document) : Optional.empty();
      case 4 -> node instanceof YamlSequence ? inserted(place, document) : Optional.empty();
      default ->
          node instanceof YamlMapping || node instanceof YamlSequence
              ? removed(place, document)
              : Optional.empty();
    };
  }

  private Optional<Check> replaced(YamlPlace place, int document, YamlValue value) {
    if (place.parent().isEmpty()) {
      return Optional.empty();
    }
    told = "replace " + place.range() + " by " + value;
    writer.replace(place, value);
    lines.touch(place.start(), place.end());
    lines.mayLoseCommentsOf(place.start(), place.end());
    List<Meaning> wanted =
        Intended.changed(before, document, place, old -> Intended.of(value, old.anchor()));
    return Optional.of(wanted::equals);
  }

  private Optional<Check> put(YamlPlace mapping, int document) {
    String key = random.nextInt(4) == 0 ? "a key: " + random.nextInt(9) : "depends";
    if (mapping.get(key).isPresent()) {
      return Optional.empty();
    }
    YamlValue value = random.nextBoolean() ? text() : value(0);
    told = "put " + key + ": " + value + " in " + mapping.range();
    writer.put(mapping, key, value);
    return Optional.of(
        after -> {
          List<Meaning> rest = Intended.changed(after, document, mapping, _ -> Meaning.text(""));
          List<Meaning> old = Intended.changed(before, document, mapping, _ -> Meaning.text(""));
          Meaning[] pair = new Meaning[2];
          Intended.changed(before, document, mapping, m -> pair[0] = m);
          Intended.changed(after, document, mapping, m -> pair[1] = m);
          return rest.equals(old) && Intended.isWith(pair[0], pair[1], key, Intended.of(value));
        });
  }

  private Optional<Check> inserted(YamlPlace sequence, int document) {
    int index = random.nextInt(sequence.size() + 1);
    YamlValue item = random.nextBoolean() ? text() : value(0);
    told = "insert " + item + " at " + index + " in " + sequence.range();
    writer.insert(sequence, index, item);
    List<Meaning> wanted =
        Intended.changed(
            before, document, sequence, m -> Intended.with(m, index, Intended.of(item)));
    return Optional.of(wanted::equals);
  }

  private Optional<Check> removed(YamlPlace collection, int document) {
    if (collection.size() == 0) {
      return Optional.empty();
    }
    Set<Integer> gone = new TreeSet<>();
    gone.add(random.nextInt(collection.size()));
    if (collection.isSequence() && random.nextInt(3) == 0) {
      gone.add(random.nextInt(collection.size()));
    }
    told = "remove " + gone + " from " + collection.range();
    if (collection.isSequence()) {
      writer.removeItems(collection, gone);
    } else {
      String key = collection.key(gone.iterator().next()).text().orElse("");
      if (((YamlMapping) collection.node()).indexOf(key) != gone.iterator().next()) {
        return Optional.empty();
      }
      writer.remove(collection, key);
    }
    for (int index : gone) {
      YamlPlace value = collection.isSequence() ? collection.item(index) : collection.value(index);
      int start =
          collection.isSequence()
              ? collection.start() + ((YamlSequence) collection.node()).entryOffset(index)
              : collection.start() + ((YamlMapping) collection.node()).entryOffset(index);
      int end =
          collection.isSequence()
              ? value.end()
              : Math.max(value.end(), collection.key(index).end());
      lines.touch(start, end);
      lines.mayLoseCommentsOf(start, end);
    }
    if (gone.size() == collection.size()) {
      lines.mayLoseCommentsIn(collection.start(), collection.end());
    }
    List<Meaning> wanted =
        Intended.changed(before, document, collection, m -> Intended.without(m, gone));
    return Optional.of(wanted::equals);
  }

  private YamlValue text() {
    return YamlValue.text(NASTY.get(random.nextInt(NASTY.size())));
  }

  private YamlValue value(int depth) {
    return switch (random.nextInt(depth > 2 ? 2 : 4)) {
      case 0 -> text();
      case 1 -> new YamlValue.Plain(List.of("1", "true", "0.5", "null").get(random.nextInt(4)));
      case 2 -> {
        YamlValue.Mapping mapping = YamlValue.emptyMapping();
        for (int i = 0; i < random.nextInt(4); i++) {
          mapping = mapping.and(random.nextInt(6) == 0 ? "k on: " + i : "k" + i, value(depth + 1));
        }
        yield mapping;
      }
      default -> {
        List<YamlValue> items = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
          items.add(value(depth + 1));
        }
        yield new YamlValue.Sequence(items);
      }
    };
  }

  private void check(TextEdits edits, Check check) {
    SourceText now = tree.text().apply(edits);
    String message = told + "\n" + tree.text() + "\n=====>\n" + now;
    YamlTree fresh = YamlTree.parse(now);
    assertEquals(TreeText.of(fresh), TreeText.of(tree.edited(edits)), message);
    assertTrue(
        check.holds(fresh.documents().stream().map(d -> Meaning.of(d.root())).toList()), message);
    if (OtherReader.read(tree.text().toString()).isPresent()) {
      Optional<List<Meaning>> other = OtherReader.read(now.toString());
      assertTrue(other.isPresent(), () -> "the other reader cannot read it: " + message);
      assertTrue(check.holds(other.get()), () -> "the other reader reads it so: " + message);
    }
    SourceText back = now.apply(edits.invertedFor(tree.text()));
    assertEquals(tree.text().toString(), back.toString(), message);
    lines.check(now, message);
  }
}

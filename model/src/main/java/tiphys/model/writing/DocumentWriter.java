// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.ScalarStyle;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/**
 * Plans the edits that make a tree mean something else. Changes are told one by one, each in terms
 * of the tree as it was; {@link #edits()} reads the result again and answers only if it means
 * exactly what was told, and nothing else has changed.
 */
public final class DocumentWriter {
  private final YamlTree tree;
  private final List<Function<Texts, List<TextEdit>>> changes = new ArrayList<>();
  private final IdentityHashMap<YamlNode, Changed> collections = new IdentityHashMap<>();
  private final Intention intention = new Intention();
  private Optional<Problem> trouble = Optional.empty();

  public DocumentWriter(YamlTree tree) {
    this.tree = tree;
  }

  /** The text that is to be edited. */
  public SourceText text() {
    return tree.text();
  }

  /**
   * Puts a value in the place of another; a scalar keeps its manner of quoting where it can.
   * Refused where aliases elsewhere would change with it.
   */
  public void replace(YamlPlace place, YamlValue value) {
    if (isShared(place)) {
      return;
    }
    intention.replace(place, value);
    boolean isFlow = isInFlow(place);
    boolean isBare = place.node().anchor().isEmpty() && place.node().tag().isEmpty();
    if (value instanceof YamlValue.Text(String text)
        && place.node() instanceof YamlScalar scalar
        && isBare) {
      changes.add(
          texts ->
              List.of(
                  isFlow
                      ? texts.flow().scalar(text, scalar, place)
                      : texts.block().scalar(text, scalar, place)));
    } else {
      changes.add(
          texts ->
              isFlow
                  ? List.of(texts.flow().replaced(place, value))
                  : texts.block().replaced(place, value));
    }
  }

  private boolean isShared(YamlPlace place) {
    Optional<Problem> shared = AnchorUses.of(tree).trouble(place.node().anchor());
    trouble = shared.isPresent() ? shared : trouble;
    return shared.isPresent();
  }

  /** Why something cannot go: aliases elsewhere stand for it, or for a part of it. */
  private Optional<Problem> sharedWithWhatGoes() {
    AnchorUses uses = AnchorUses.of(tree);
    return collections.values().stream()
        .flatMap(changed -> changed.goingAway().stream())
        .flatMap(node -> AnchorUses.anchorsIn(node).stream())
        .flatMap(anchor -> uses.trouble(Optional.of(anchor)).stream())
        .findFirst();
  }

  /**
   * Changes a scalar's text where it stands, by the same rule for what is written and what is
   * meant: only what the rule changes is touched, whatever the style.
   */
  public void rewrite(YamlPlace place, UnaryOperator<String> rule) {
    if (!(place.node() instanceof YamlScalar scalar)) {
      return;
    }
    String meant = rule.apply(scalar.value());
    if (meant.equals(scalar.value())) {
      return;
    }
    int from = Math.max(place.start(), BlockText.propertiesEnd(tree.text(), place));
    String written = tree.text().slice(from, place.end());
    String next = rule.apply(written);
    // what is escaped between quotes hides from the rule; a bare word may come to be none
    boolean isHidden =
        next.equals(written)
            || scalar.style() == ScalarStyle.PLAIN && ScalarType.ofPlain(meant) != scalar.type()
            || scalar.style() == ScalarStyle.SINGLE_QUOTED && scalar.value().indexOf('\'') >= 0;
    intention.replace(place, YamlValue.text(meant));
    if (isHidden && from == place.start()) {
      changes.add(
          texts ->
              List.of(
                  isInFlow(place)
                      ? texts.flow().scalar(meant, scalar, place)
                      : texts.block().scalar(meant, scalar, place)));
    } else {
      changes.add(_ -> List.of(TextEdit.replace(from, place.end(), next)));
    }
  }

  /** Sets a key of a mapping, or adds it where Argo's examples have it. */
  public void put(YamlPlace mapping, String key, YamlValue value) {
    Optional<YamlPlace> present = mapping.get(key);
    if (present.isPresent()) {
      replace(present.get(), value);
      return;
    }
    if (!(mapping.node() instanceof YamlMapping node)) {
      if (mapping.isNull()) {
        replace(mapping, YamlValue.mapping(key, value));
      } else {
        refuse(key);
      }
      return;
    }
    if (node.size() == 0 && !isInFlow(mapping)) {
      replace(mapping, YamlValue.mapping(key, value));
      return;
    }
    intention.put(mapping, key, value);
    changed(mapping).put().put(key, value);
  }

  /** Takes a key out of a mapping; nothing happens where it is not. */
  public void remove(YamlPlace mapping, String key) {
    if (mapping.node() instanceof YamlMapping node && node.indexOf(key) >= 0) {
      removeAll(mapping, Set.of(node.indexOf(key)));
    }
  }

  /** Takes items out of a sequence, with the comments that belong to them. */
  public void removeItems(YamlPlace sequence, Set<Integer> indices) {
    if (!indices.isEmpty() && sequence.isSequence()) {
      removeAll(sequence, indices);
    }
  }

  private void removeAll(YamlPlace collection, Set<Integer> indices) {
    Changed changed = changed(collection);
    changed.gone().addAll(indices);
    intention.remove(collection, changed.gone());
  }

  /** Takes keys out of a mapping and sets others, at once; keys that are not there are ignored. */
  public void change(YamlPlace mapping, Set<String> removed, Map<String, YamlValue> put) {
    removed.forEach(key -> remove(mapping, key));
    boolean isFlow = YamlEmitter.isFlow(mapping.node());
    put.forEach(
        (key, value) -> {
          Optional<YamlPlace> present = mapping.get(key).filter(_ -> isFlow);
          if (present.filter(place -> !isShared(place)).isPresent()) {
            intention.replace(present.get(), value);
            changed(mapping).replaced().put(present.get().indexInParent(), value);
          } else {
            put(mapping, key, value);
          }
        });
  }

  /**
   * Gives an entry another key and another value in its place. A value that becomes the one item of
   * a list is moved in as it stands, with its comments.
   */
  public void renameInto(YamlPlace mapping, String key, String to, YamlValue value) {
    if (!(mapping.node() instanceof YamlMapping node) || node.indexOf(key) < 0) {
      return;
    }
    int index = node.indexOf(key);
    if (node.value(index).anchor().isPresent() || node.value(index).tag().isPresent()) {
      refuse(key);
      return;
    }
    intention.remove(mapping, Set.of(index));
    intention.put(mapping, to, value);
    changes.add(
        texts ->
            node.isFlow()
                ? texts.flow().renamed(mapping, index, to, value)
                : texts.block().renamed(mapping, index, to, value));
  }

  /** What comes and goes in a collection, told piece by piece and written together. */
  private Changed changed(YamlPlace collection) {
    Changed known = collections.get(collection.node());
    if (known != null) {
      return known;
    }
    Changed changed = Changed.of(collection);
    collections.put(collection.node(), changed);
    changes.add(changed::edits);
    return changed;
  }

  /** Adds an item in front of the one that stands at an index, or at the end. */
  public void insert(YamlPlace sequence, int index, YamlValue item) {
    if (!(sequence.node() instanceof YamlSequence node)) {
      if (sequence.isNull()) {
        replace(sequence, YamlValue.sequence(item));
      } else {
        refuse("[]");
      }
      return;
    }
    if (node.size() == 0 && !isInFlow(sequence)) {
      replace(sequence, YamlValue.sequence(item));
      return;
    }
    intention.insert(sequence, index, item);
    changed(sequence).inserted().add(new Changed.Inserted(index, item));
  }

  /** Lets an item stand in front of the one at an index, or at the end, with its comments. */
  public void move(YamlPlace sequence, int from, int to) {
    if (sequence.isSequence() && to != from && to != from + 1) {
      insert(sequence, to, new YamlValue.Copied(tree.text(), sequence.item(from)));
      removeAll(sequence, Set.of(from));
    }
  }

  /** Writes something around a scalar's text, within its quotes and on its lines. */
  public void wrap(YamlPlace place, String before, String after) {
    Optional<ScalarCore> core = ScalarCore.of(tree.text(), place);
    if (core.isPresent() && place.node() instanceof YamlScalar scalar && !isShared(place)) {
      String value = ScalarCore.wrapped(scalar.value(), before, after);
      intention.replace(place, new YamlValue.Plain(value));
      changes.add(_ -> core.get().wrapped(before, after));
    }
  }

  /** Takes away what {@link #wrap} wrote. */
  public void unwrap(YamlPlace place, String before, String after) {
    Optional<ScalarCore> core = ScalarCore.of(tree.text(), place);
    if (core.isPresent() && place.node() instanceof YamlScalar scalar && !isShared(place)) {
      String value = ScalarCore.unwrapped(scalar.value(), before, after);
      intention.replace(place, new YamlValue.Plain(value));
      changes.add(_ -> core.get().unwrapped(before, after));
    }
  }

  /** Writes the comment right above an item or entry anew; an empty text takes it away. */
  public void comment(YamlPlace place, String lines) {
    CommentLines.written(tree, place, lines)
        .ifPresentOrElse(
            edit -> changes.add(_ -> List.of(edit)),
            () ->
                trouble =
                    Optional.of(
                        Problem.refusal(ProblemCode.COMMENT_NOT_HERE, where(place.range()))));
  }

  /** Takes away what is said behind the last line of a value, and below it further in. */
  public void removeCommentBehind(YamlPlace place) {
    int lineEnd = tree.text().lineEnd(tree.text().lineOf(place.end()));
    String rest = tree.text().slice(place.end(), lineEnd).strip();
    if (rest.startsWith("#")) {
      changes.add(_ -> List.of(TextEdit.delete(place.end(), lineEnd)));
    }
    if (!isInFlow(place) && (rest.isEmpty() || rest.startsWith("#"))) {
      int column = YamlStyle.column(tree.text(), CopiedText.entryStart(place));
      int below = new OwnedLines(tree.text()).endOfComments(lineEnd, column);
      changes.add(_ -> below > lineEnd ? List.of(TextEdit.delete(lineEnd, below)) : List.of());
    }
  }

  /** The comment right above an item or entry, without its marks; empty for none. */
  public String commentOf(YamlPlace place) {
    return CommentLines.read(tree.text(), place);
  }

  /**
   * The edits, if the text that they give means what was told. Where it would not, other ways of
   * writing are tried: a line break at the end of the text, quotes instead of a literal.
   */
  public Outcome<TextEdits> edits() {
    if (trouble.isPresent()) {
      return Outcome.refused(trouble.get());
    }
    List<TextEdit> first = List.of();
    for (Rung rung : Rung.values()) {
      List<TextEdit> ordered = ordered(rung);
      Optional<TextEdits> planned = fulfilled(ordered);
      if (planned.isPresent()) {
        return Outcome.done(planned.get());
      }
      first = first.isEmpty() ? ordered : first;
    }
    if (!tree.damages().isEmpty()) {
      return Outcome.refused(tree.damages().getFirst().problem());
    }
    String place = first.isEmpty() ? "" : where(first.getFirst().range());
    return Outcome.refused(
        sharedWithWhatGoes()
            .orElseGet(() -> Problem.refusal(ProblemCode.EDIT_NOT_POSSIBLE, place)));
  }

  private List<TextEdit> ordered(Rung rung) {
    Texts texts = Texts.of(tree.text(), rung);
    List<TextEdit> ordered = new ArrayList<>();
    changes.forEach(change -> ordered.addAll(change.apply(texts)));
    LiteralAtEnd.keep(tree, ordered);
    ordered.sort(
        Comparator.<TextEdit>comparingInt(edit -> edit.range().start())
            .thenComparingInt(edit -> edit.range().isEmpty() ? 0 : 1));
    return ordered;
  }

  private Optional<TextEdits> fulfilled(List<TextEdit> ordered) {
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i).range().start() < ordered.get(i - 1).range().end()) {
        return Optional.empty();
      }
    }
    TextEdits planned = new TextEdits(ordered.stream().flatMap(this::trimmed).toList());
    return Optional.of(planned).filter(edits -> intention.isFulfilled(tree, tree.tryOut(edits)));
  }

  /** Without what an edit would replace by itself; nothing where nothing is left. */
  private Stream<TextEdit> trimmed(TextEdit edit) {
    String old = tree.text().slice(edit.range());
    String now = edit.replacement();
    int shorter = Math.min(old.length(), now.length());
    int head = 0;
    while (head < shorter && old.charAt(head) == now.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && old.charAt(old.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
      tail++;
    }
    if (head == old.length() && head == now.length()) {
      return Stream.empty();
    }
    head -= isSplit(old, head) || isSplit(now, head) ? 1 : 0;
    tail -= isSplit(old, old.length() - tail) || isSplit(now, now.length() - tail) ? 1 : 0;
    return Stream.of(
        TextEdit.replace(
            edit.range().start() + head,
            edit.range().end() - tail,
            now.substring(head, now.length() - tail)));
  }

  /** Whether a cut would part the halves of a character or of a line break. */
  private static boolean isSplit(String text, int at) {
    return at > 0
        && at < text.length()
        && (Character.isHighSurrogate(text.charAt(at - 1))
            || text.charAt(at - 1) == '\r' && text.charAt(at) == '\n');
  }

  private String where(TextRange range) {
    return tree.text().positionOf(range.start()).toString();
  }

  private void refuse(String what) {
    trouble = Optional.of(Problem.refusal(ProblemCode.EDIT_NOT_POSSIBLE, what));
  }

  /** Whether a place stands in brackets; an alias does as a scalar does. */
  private static boolean isInFlow(YamlPlace place) {
    Optional<YamlNode> parent = place.parent().map(YamlPlace::node);
    return YamlEmitter.isFlow(parent.orElse(place.node()));
  }
}

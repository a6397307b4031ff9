// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;
import tiphys.model.yaml.YamlAlias;
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
  private final BlockText block;
  private final FlowText flow;
  private final List<TextEdit> edits = new ArrayList<>();
  private final Intention intention = new Intention();
  private Optional<String> trouble = Optional.empty();

  public DocumentWriter(YamlTree tree) {
    this.tree = tree;
    YamlStyle style = YamlStyle.of(tree);
    YamlEmitter emitter = new YamlEmitter(style);
    this.block = new BlockText(tree.text(), style, emitter);
    this.flow = new FlowText(tree.text(), style, emitter);
  }

  /** Puts a value in the place of another; a scalar keeps its manner of quoting where it can. */
  public void replace(YamlPlace place, YamlValue value) {
    if (place.node().anchor().isPresent()) {
      refuse("&" + place.node().anchor().get());
      return;
    }
    intention.replace(place, value);
    boolean isFlow = isInFlow(place);
    if (value instanceof YamlValue.Text(String text) && place.node() instanceof YamlScalar scalar) {
      String written = isFlow ? flow.scalar(text, scalar) : block.scalar(text, scalar, place);
      edits.add(new TextEdit(place.range(), written));
      return;
    }
    edits.add(isFlow ? flow.replaced(place, value) : block.replaced(place, value));
  }

  /**
   * Changes a scalar's text where it stands, by the same rule for what is written and what is
   * meant: only what the rule changes is touched, whatever the style.
   */
  public void rewrite(YamlPlace place, UnaryOperator<String> rule) {
    if (!(place.node() instanceof YamlScalar scalar)) {
      return;
    }
    String written = tree.text().slice(place.range());
    String next = rule.apply(written);
    if (!next.equals(written)) {
      intention.replace(place, YamlValue.text(rule.apply(scalar.value())));
      edits.add(new TextEdit(place.range(), next));
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
    edits.add(node.isFlow() ? flow.put(mapping, key, value) : block.put(mapping, key, value));
  }

  /**
   * A literal that ends with the file and without a line break would gain one from what is written
   * behind it; its header says that it has none.
   */
  private void keepTextAtEnd(YamlPlace collection) {
    Optional<TextEdit> header = block.headerOfLiteralAtEnd(collection);
    if (header.isPresent() && !edits.contains(header.get())) {
      edits.add(header.get());
    }
  }

  /** Takes a key out of a mapping; nothing happens where it is not. */
  public void remove(YamlPlace mapping, String key) {
    if (!(mapping.node() instanceof YamlMapping node) || node.indexOf(key) < 0) {
      return;
    }
    Set<Integer> indices = Set.of(node.indexOf(key));
    intention.remove(mapping, indices);
    edits.addAll(
        node.isFlow() ? flow.remove(mapping, indices) : block.removeEntries(mapping, indices));
  }

  /** Takes keys out of a mapping and sets others, at once; keys that are not there are ignored. */
  public void change(YamlPlace mapping, Set<String> removed, Map<String, YamlValue> put) {
    if (!(mapping.node() instanceof YamlMapping node) || node.size() == 0) {
      put.forEach((key, value) -> put(mapping, key, value));
      return;
    }
    Set<Integer> gone = new TreeSet<>();
    removed.stream().map(node::indexOf).filter(index -> index >= 0).forEach(gone::add);
    if (!node.isFlow()) {
      put.forEach((key, value) -> putBeside(mapping, key, value, gone));
    } else if (!gone.isEmpty() || !put.isEmpty()) {
      put.forEach((key, value) -> intendPut(mapping, key, value));
      edits.add(flow.changed(mapping, gone, put));
    }
    if (!gone.isEmpty()) {
      intention.remove(mapping, gone);
      if (!node.isFlow()) {
        edits.addAll(block.removeEntries(mapping, gone));
      }
    }
  }

  private void putBeside(YamlPlace mapping, String key, YamlValue value, Set<Integer> gone) {
    Optional<YamlPlace> present = mapping.get(key);
    if (present.isPresent()) {
      replace(present.get(), value);
    } else {
      intention.put(mapping, key, value);
      edits.add(block.put(mapping, key, value, gone));
    }
  }

  private void intendPut(YamlPlace mapping, String key, YamlValue value) {
    mapping
        .get(key)
        .ifPresentOrElse(
            present -> intention.replace(present, value), () -> intention.put(mapping, key, value));
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
    keepTextAtEnd(sequence);
    edits.add(
        node.isFlow() ? flow.insert(sequence, index, item) : block.insert(sequence, index, item));
  }

  /** Takes items out of a sequence, with the comments that belong to them. */
  public void removeItems(YamlPlace sequence, Set<Integer> indices) {
    if (indices.isEmpty() || !(sequence.node() instanceof YamlSequence node)) {
      return;
    }
    Set<Integer> ordered = new TreeSet<>(indices);
    intention.remove(sequence, ordered);
    edits.addAll(
        node.isFlow() ? flow.remove(sequence, ordered) : block.removeItems(sequence, ordered));
  }

  /** The edits, if the text that they give means what was told. */
  public Outcome<TextEdits> edits() {
    if (trouble.isPresent()) {
      return Outcome.refused(ProblemCode.EDIT_NOT_POSSIBLE, trouble.get());
    }
    List<TextEdit> ordered = new ArrayList<>(edits);
    ordered.sort((one, other) -> Integer.compare(one.range().start(), other.range().start()));
    for (int i = 1; i < ordered.size(); i++) {
      TextRange before = ordered.get(i - 1).range();
      if (ordered.get(i).range().start() < before.end()) {
        return Outcome.refused(ProblemCode.EDIT_NOT_POSSIBLE, where(before));
      }
    }
    TextEdits planned = new TextEdits(ordered);
    YamlTree after = tree.edited(planned);
    return intention.isFulfilled(tree, after)
        ? Outcome.done(planned)
        : Outcome.refused(
            ProblemCode.EDIT_NOT_POSSIBLE,
            ordered.isEmpty() ? "" : where(ordered.getFirst().range()));
  }

  private String where(TextRange range) {
    return tree.text().positionOf(range.start()).toString();
  }

  private void refuse(String what) {
    trouble = Optional.of(what);
  }

  /** Whether a place stands in brackets; an alias does as a scalar does. */
  private static boolean isInFlow(YamlPlace place) {
    Optional<YamlNode> parent = place.parent().map(YamlPlace::node);
    return parent.isEmpty() ? isFlow(place.node()) : isFlow(parent.get());
  }

  private static boolean isFlow(YamlNode node) {
    return switch (node) {
      case YamlMapping mapping -> mapping.isFlow();
      case YamlSequence sequence -> sequence.isFlow();
      case YamlScalar _, YamlAlias _ -> false;
    };
  }
}

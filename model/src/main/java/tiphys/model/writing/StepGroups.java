// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/**
 * Moves a step within a list of lists as the text that it is: its lines go with their comments, and
 * no other line changes but the dashes before them.
 */
public final class StepGroups {
  /**
   * Where a step goes.
   *
   * @param group of the groups as they are, counted from 0
   * @param position before which of the group's other steps, counted from 0; empty for a group of
   *     its own in front of the group, or behind the last for the number of groups
   */
  public record Target(int group, Optional<Integer> position) {}

  private final YamlTree tree;
  private final SourceText text;
  private final YamlPlace steps;
  private final List<List<YamlPlace>> groups = new ArrayList<>();

  private StepGroups(YamlTree tree, YamlPlace steps) {
    this.tree = tree;
    this.text = tree.text();
    this.steps = steps;
    for (YamlPlace group : steps.items()) {
      groups.add(new ArrayList<>(group.items()));
    }
  }

  /**
   * The edit that moves one step; refused where the text cannot be taken apart, or would mean
   * anything else afterwards.
   */
  public static Outcome<TextEdits> moved(
      YamlTree tree, YamlPlace steps, int group, int position, Target target) {
    StepGroups before = new StepGroups(tree, steps);
    boolean isWhole =
        steps.items().stream().allMatch(one -> one.isSequence() && one.size() > 0)
            && isPlain(steps.node());
    if (!isWhole) {
      return Outcome.refused(ProblemCode.EDIT_NOT_POSSIBLE, "steps");
    }
    return before.move(group, position, target);
  }

  private static boolean isPlain(YamlNode node) {
    return node.anchor().isEmpty() && node.tag().isEmpty();
  }

  private Outcome<TextEdits> move(int group, int position, Target target) {
    List<List<YamlPlace>> next = new ArrayList<>();
    groups.forEach(members -> next.add(new ArrayList<>(members)));
    YamlPlace step = next.get(group).remove(position);
    if (target.position().isPresent()) {
      List<YamlPlace> members = next.get(target.group());
      members.add(Math.clamp(target.position().get(), 0, members.size()), step);
    } else {
      next.add(target.group(), new ArrayList<>(List.of(step)));
    }
    next.removeIf(List::isEmpty);
    Outcome<TextEdits> planned =
        isFlow(steps) ? Outcome.done(edit(steps.start(), steps.end(), flow(next))) : block(next);
    return planned.then(edits -> isMeant(edits, next) ? Outcome.done(edits) : refused());
  }

  private boolean isMeant(TextEdits edits, List<List<YamlPlace>> next) {
    List<Object> meant = new ArrayList<>();
    for (List<YamlPlace> members : next) {
      meant.add(members.stream().map(step -> Meaning.of(step.node())).toList());
    }
    YamlTree after = tree.edited(edits);
    if (after.syntaxError().isPresent() || after.documents().size() != tree.documents().size()) {
      return false;
    }
    for (int i = 0; i < tree.documents().size(); i++) {
      Object wanted = Meaning.of(tree.documents().get(i).root(), steps.node(), meant);
      if (!wanted.equals(Meaning.of(after.documents().get(i).root()))) {
        return false;
      }
    }
    return true;
  }

  private Outcome<TextEdits> refused() {
    return Outcome.refused(
        ProblemCode.EDIT_NOT_POSSIBLE, text.positionOf(steps.start()).toString());
  }

  private static boolean isFlow(YamlPlace place) {
    return place.node() instanceof YamlSequence sequence && sequence.isFlow();
  }

  /** In brackets: what stands between the first two of anything stands between all of them. */
  private String flow(List<List<YamlPlace>> next) {
    List<String> written = new ArrayList<>();
    for (List<YamlPlace> members : next) {
      YamlPlace model = members.getFirst().parent().orElseThrow();
      written.add(listed(model, members.stream().map(this::slice).toList()));
    }
    return listed(steps, written);
  }

  private String listed(YamlPlace model, List<String> items) {
    YamlPlace first = model.item(0);
    YamlPlace last = model.item(model.size() - 1);
    String between = model.size() > 1 ? between(first, model.item(1)) : "," + gap(model);
    return text.slice(model.start(), first.start())
        + String.join(between, items)
        + text.slice(last.end(), model.end());
  }

  private String between(YamlPlace one, YamlPlace next) {
    int behind = one.end();
    int before = next.start();
    return text.slice(behind, before);
  }

  /** What stands behind the bracket, if it is nothing but room; else a blank. */
  private String gap(YamlPlace model) {
    int before = model.item(0).start();
    String opening = text.slice(model.start() + 1, before);
    return opening.isEmpty() || !opening.isBlank() ? " " : opening;
  }

  private String slice(YamlPlace place) {
    return text.slice(place.start(), place.end());
  }

  private Outcome<TextEdits> block(List<List<YamlPlace>> next) {
    BlockSteps lines = new BlockSteps(text, groups);
    int start = lines.start();
    int end = lines.end();
    StringBuilder written = new StringBuilder();
    for (List<YamlPlace> members : next) {
      Optional<String> group = lines.written(members);
      if (group.isEmpty()) {
        return refused();
      }
      written.append(group.get());
    }
    boolean isEnded = end > start && text.charAt(end - 1) == '\n';
    String whole = isEnded ? written.toString() : written.toString().stripTrailing();
    return Outcome.done(edit(start, end, whole));
  }

  /** Only what differs, in whole lines where it can be. */
  private TextEdits edit(int start, int end, String written) {
    int head = 0;
    int most = Math.min(end - start, written.length());
    while (head < most && text.charAt(start + head) == written.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && text.charAt(end - 1 - tail) == written.charAt(written.length() - 1 - tail)) {
      tail++;
    }
    return head == end - start && head == written.length()
        ? TextEdits.NONE
        : TextEdits.of(
            TextEdit.replace(
                start + head, end - tail, written.substring(head, written.length() - tail)));
  }
}

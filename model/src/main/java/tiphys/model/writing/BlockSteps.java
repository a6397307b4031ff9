// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlSequence;

/**
 * The lines of steps behind dashes. Each step owns its lines, the rest of its last line, and what
 * stands between the step before and it: comments and blank lines.
 */
final class BlockSteps {
  private final SourceText text;
  private final List<List<YamlPlace>> groups;

  /** Where the lines of each step begin and end, and where it stands in its group. */
  private record Owned(int from, int to, boolean isFirst) {}

  private final Map<Integer, Owned> owned = new HashMap<>();
  private final int start;
  private int end;

  BlockSteps(SourceText text, List<List<YamlPlace>> groups) {
    this.text = text;
    this.groups = groups;
    this.start = text.lineStart(text.lineOf(groups.getFirst().getFirst().start()));
    this.end = start;
    for (List<YamlPlace> members : groups) {
      if (isFlow(members)) {
        YamlPlace group = members.getFirst().parent().orElseThrow();
        end = lineEndOf(group.end());
      }
      for (int i = 0; i < members.size() && !isFlow(members); i++) {
        int to = lineEndOf(members.get(i).end());
        owned.put(members.get(i).start(), new Owned(end, to, i == 0));
        end = to;
      }
    }
  }

  /** Where the first line begins. */
  int start() {
    return start;
  }

  /** Behind the last line that a step owns. */
  int end() {
    return end;
  }

  /** The lines of a group, which has at least one step; empty where they cannot be put together. */
  Optional<String> written(List<YamlPlace> members) {
    List<YamlPlace> whole =
        groups.stream().filter(group -> group.equals(members)).findFirst().orElse(List.of());
    if (!whole.isEmpty() && isFlow(whole)) {
      return flowGroup(whole);
    }
    String dashes = dashes();
    if (dashes.isEmpty() || members.stream().anyMatch(step -> !owned.containsKey(step.start()))) {
      return Optional.empty();
    }
    StringBuilder written = new StringBuilder();
    String prefix = dashes;
    for (YamlPlace step : members) {
      written.append(lines(step, prefix));
      prefix = dashes.replaceFirst("-", " ");
    }
    return Optional.of(written.toString());
  }

  /** Unchanged, with what stands before it. */
  private Optional<String> flowGroup(List<YamlPlace> members) {
    YamlPlace group = members.getFirst().parent().orElseThrow();
    int from = start;
    for (List<YamlPlace> before : groups) {
      if (before.equals(members)) {
        return Optional.of(text.slice(from, lineEndOf(group.end())));
      }
      YamlPlace other = before.getFirst().parent().orElseThrow();
      from = lineEndOf(isFlow(before) ? other.end() : before.getLast().end());
    }
    return Optional.empty();
  }

  /** What stands before the first step of a group behind two dashes: the group's and its own. */
  private String dashes() {
    for (List<YamlPlace> members : groups) {
      if (!isFlow(members)) {
        int at = members.getFirst().start();
        String before = text.slice(text.lineStart(text.lineOf(at)), at);
        if (before.matches(" *- +- +")) {
          return before;
        }
      }
    }
    return "";
  }

  private String lines(YamlPlace step, String prefix) {
    Owned lines = owned.getOrDefault(step.start(), new Owned(0, 0, false));
    int firstLine = text.lineStart(text.lineOf(step.start()));
    int shift = prefix.length() - (step.start() - firstLine);
    String content = text.slice(step.start(), lines.to());
    boolean isEnded = content.endsWith("\n") || content.endsWith("\r");
    return text.slice(lines.from(), Math.max(lines.from(), firstLine))
        + prefix
        + (shift == 0 ? content : shifted(content, shift))
        + (isEnded ? "" : lineBreak());
  }

  /** As the first line ends. */
  private String lineBreak() {
    return text.lineCount() < 2 ? "\n" : text.slice(text.lineEnd(0), text.lineStart(1));
  }

  /** Every line but the first, so much farther to the right, or to the left. */
  private static String shifted(String content, int by) {
    String[] lines = content.split("(?<=\n)", -1);
    StringBuilder moved = new StringBuilder(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      boolean isBlank = lines[i].isBlank();
      if (isBlank) {
        moved.append(lines[i]);
      } else if (by > 0) {
        moved.append(" ".repeat(by)).append(lines[i]);
      } else {
        moved.append(lines[i].replaceFirst("^ {0," + -by + "}", ""));
      }
    }
    return moved.toString();
  }

  private static boolean isFlow(List<YamlPlace> members) {
    return members.getFirst().parent().orElseThrow().node() instanceof YamlSequence group
        && group.isFlow();
  }

  /** Behind the line break of the line of a place. */
  private int lineEndOf(int offset) {
    int line = text.lineOf(Math.max(0, offset - 1));
    return line + 1 < text.lineCount() ? text.lineStart(line + 1) : text.length();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How tags and expressions name an input or an output. */
record SlotTags(Slot slot, String name) {
  /** Of a template's own inputs. */
  String ofInput() {
    return slot.path().replace(".", "\\.");
  }

  /** Of the outputs of some tasks. @param tasks quoted for a pattern */
  String ofOutputs(List<String> tasks) {
    String any = String.join("|", tasks);
    return "(?:tasks|steps)(?:\\.(?:"
        + any
        + ")|\\[\\s*['\"](?:"
        + any
        + ")['\"]\\s*\\])\\."
        + slot.path().replace(".", "\\.");
  }

  /** Of what a template itself gives out. */
  String ofOwnOutput() {
    return "(?<![\\w.\\]])" + slot.path().replace(".", "\\.");
  }

  /** What finds the name behind a prefix, as a member or as an index. */
  Pattern uses(String prefix) {
    return Pattern.compile(prefix + "(\\." + after(name) + "|" + index(name) + ")");
  }

  TagWalk walkInputs(String to) {
    return walk(ofInput(), name, to);
  }

  TagWalk walkOwnOutputs(String to) {
    return walk(ofOwnOutput(), name, to);
  }

  TagWalk walkOutputs(List<String> tasks, String to) {
    return walk(ofOutputs(tasks), name, to);
  }

  /** Gives what stands behind a prefix another name. @param prefix a pattern */
  static TagWalk walk(String prefix, String name, String to) {
    Pattern tag =
        Pattern.compile("(\\{\\{\\s*" + prefix + "\\.)" + Pattern.quote(name) + "(?=[.}\\s])");
    Pattern member = Pattern.compile("(\\b" + prefix + ")\\." + after(name));
    Pattern index = Pattern.compile("(\\b" + prefix + ")" + index(name));
    String quoted = Matcher.quoteReplacement(to);
    String indexed = "$1" + Matcher.quoteReplacement("['" + to + "']");
    String asMember = to.contains("-") ? indexed : "$1." + quoted;
    return new TagWalk(
        text -> tag.matcher(text).replaceAll("$1" + quoted),
        text -> member.matcher(index.matcher(text).replaceAll(indexed)).replaceAll(asMember));
  }

  private static String after(String name) {
    return Pattern.quote(name) + "(?![-A-Za-z0-9_])";
  }

  private static String index(String name) {
    return "\\[\\s*['\"]" + Pattern.quote(name) + "['\"]\\s*\\]";
  }
}

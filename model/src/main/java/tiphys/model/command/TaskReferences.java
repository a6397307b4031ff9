// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.model.graph.Scope;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;

/** Every place in a template that names one of its tasks. */
final class TaskReferences {
  private static final Pattern TAG = Pattern.compile("\\{\\{.*?\\}\\}", Pattern.DOTALL);

  /** Fields that are expressions without braces around them. */
  private static final Set<String> EXPRESSIONS = Set.of("expression", "fromExpression");

  private final String to;
  private final Scope scope;
  private final Pattern inDepends;
  private final Pattern inSimpleTag;
  private final Pattern asMember;
  private final Pattern asIndex;

  TaskReferences(String from, String to, Scope scope) {
    this.to = to;
    this.scope = scope;
    String name = Pattern.quote(from);
    String whole = "(?<![-A-Za-z0-9_.])" + name + "(?![-A-Za-z0-9_])";
    this.inDepends = Pattern.compile(whole);
    this.inSimpleTag = Pattern.compile("(\\{\\{\\s*(?:tasks|steps)\\.)" + name + "(?=[.}\\s])");
    this.asMember = Pattern.compile("\\b(tasks|steps)\\." + name + "(?![-A-Za-z0-9_])");
    this.asIndex = Pattern.compile("\\b(tasks|steps)(\\[\\s*['\"])" + name + "(['\"]\\s*\\])");
  }

  void rename(Ground ground, DocumentWriter writer) {
    for (YamlPlace task : ground.locator().tasks(scope)) {
      task.get("depends").ifPresent(place -> writer.rewrite(place, this::inDepends));
      task.get("dependencies")
          .ifPresent(list -> list.items().forEach(p -> writer.rewrite(p, this::inDepends)));
    }
    ground.place().get("dag", "target").ifPresent(place -> writer.rewrite(place, this::inDepends));
    walk(ground.place(), "", writer);
  }

  private void walk(YamlPlace place, String key, DocumentWriter writer) {
    if (place.node() instanceof YamlScalar scalar) {
      boolean isExpression = EXPRESSIONS.contains(key);
      if (isExpression || scalar.value().contains("{{")) {
        writer.rewrite(place, text -> isExpression ? inExpression(text) : inTags(text));
      }
      return;
    }
    place.entries().stream()
        .filter(entry -> !isWaiting(entry.name()))
        .forEach(entry -> walk(entry.value(), entry.name(), writer));
    place.items().forEach(item -> walk(item, key, writer));
  }

  private static boolean isWaiting(String key) {
    return key.equals("depends") || key.equals("dependencies") || key.equals("target");
  }

  private String inDepends(String text) {
    return inDepends.matcher(text).replaceAll(Matcher.quoteReplacement(to));
  }

  private String inTags(String text) {
    return TAG.matcher(text)
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(
                    tag.group().startsWith("{{=")
                        ? inExpression(tag.group())
                        : inSimpleTag
                            .matcher(tag.group())
                            .replaceAll("$1" + Matcher.quoteReplacement(to))));
  }

  /** A name with a hyphen cannot follow a dot in an expression: there it is a subtraction. */
  private String inExpression(String text) {
    String indexed = asIndex.matcher(text).replaceAll("$1$2" + Matcher.quoteReplacement(to) + "$3");
    String member = to.contains("-") ? "['" + to + "']" : "." + to;
    return asMember.matcher(indexed).replaceAll("$1" + Matcher.quoteReplacement(member));
  }
}

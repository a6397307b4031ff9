// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tiphys.model.place.Locator;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;

/**
 * Every place in a template, or in tasks outside one, that names some of its tasks, with the names
 * that they are to have.
 */
final class TaskReferences {
  private static final Pattern TAG = Pattern.compile("\\{\\{.*?\\}\\}", Pattern.DOTALL);

  /** Fields that are expressions without braces around them. */
  private static final Set<String> EXPRESSIONS = Set.of("expression", "fromExpression");

  private final Map<String, String> names;
  private final Optional<String> family;
  private final Pattern inDepends;
  private final Pattern inSimpleTag;
  private final Pattern asMember;
  private final Pattern asIndex;

  TaskReferences(String from, String to) {
    this(Map.of(from, to), Optional.empty());
  }

  /**
   * Several names at once.
   *
   * @param names old to new; at least one
   * @param family {@code tasks} or {@code steps} where tags are to say so afterwards
   */
  TaskReferences(Map<String, String> names, Optional<String> family) {
    this.names = Map.copyOf(names);
    this.family = family;
    String any =
        names.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
    this.inDepends = Pattern.compile("(?<![-A-Za-z0-9_.])" + any + "(?![-A-Za-z0-9_])");
    this.inSimpleTag = Pattern.compile("(\\{\\{\\s*)(tasks|steps)\\." + any + "(?=[.}\\s])");
    this.asMember = Pattern.compile("\\b(tasks|steps)\\." + any + "(?![-A-Za-z0-9_])");
    this.asIndex = Pattern.compile("\\b(tasks|steps)(\\[\\s*['\"])" + any + "(['\"]\\s*\\])");
  }

  /** An expression of {@code depends} with one name changed. */
  static String inDepends(String text, String from, String to) {
    return new TaskReferences(from, to).inDepends(text);
  }

  /** In a template. */
  void rename(YamlPlace template, DocumentWriter writer) {
    List<YamlPlace> tasks =
        TasksNaming.of(writer.text(), Locator.tasksOf(template), names.keySet());
    rename(tasks, writer);
    template.get("dag", "target").ifPresent(place -> writer.rewrite(place, this::inDepends));
    for (YamlPlace.Entry entry : template.entries()) {
      switch (entry.name()) {
        case "steps" -> {
          // nothing but tasks
        }
        case "dag", "containerSet" -> walkBeside(entry.value(), writer);
        default -> walk(entry.value(), entry.name(), writer);
      }
    }
  }

  private void walkBeside(YamlPlace body, DocumentWriter writer) {
    for (YamlPlace.Entry entry : body.entries()) {
      boolean isTasks = entry.name().equals("tasks") || entry.name().equals("containers");
      if (!isTasks && !isWaiting(entry.name())) {
        walk(entry.value(), entry.name(), writer);
      }
    }
  }

  /** In tasks alone. */
  void rename(List<YamlPlace> tasks, DocumentWriter writer) {
    renameWaiting(tasks, writer);
    tasks.forEach(task -> walk(task, "", writer));
  }

  private void renameWaiting(List<YamlPlace> tasks, DocumentWriter writer) {
    for (YamlPlace task : tasks) {
      task.get("depends").ifPresent(place -> writer.rewrite(place, this::inDepends));
      task.get("dependencies")
          .ifPresent(list -> list.items().forEach(p -> writer.rewrite(p, this::inDepends)));
    }
  }

  private void walk(YamlPlace place, String key, DocumentWriter writer) {
    if (place.node() instanceof YamlScalar scalar) {
      boolean isExpression = EXPRESSIONS.contains(key);
      if (isNamed(scalar.value()) && (isExpression || scalar.value().contains("{{"))) {
        writer.rewrite(place, text -> isExpression ? inExpression(text) : inTags(text));
      }
      return;
    }
    for (YamlPlace.Entry entry : place.entries()) {
      if (entry.name().equals("inline")) {
        notHidden(entry.value()).ifPresent(left -> left.walk(entry.value(), "inline", writer));
      } else if (!isWaiting(entry.name())) {
        walk(entry.value(), entry.name(), writer);
      }
    }
    place.items().forEach(item -> walk(item, key, writer));
  }

  /** Of these names, those that no task of a template has which stands in a task. */
  private Optional<TaskReferences> notHidden(YamlPlace inline) {
    Map<String, String> left = new HashMap<>(names);
    for (YamlPlace own : Locator.tasksOf(inline)) {
      Fragment.name(own).ifPresent(left::remove);
    }
    if (left.size() == names.size()) {
      return Optional.of(this);
    }
    return left.isEmpty() ? Optional.empty() : Optional.of(new TaskReferences(left, family));
  }

  /** Most texts name none of the tasks; that is seen long before a pattern has looked. */
  private boolean isNamed(String text) {
    for (String name : names.keySet()) {
      if (text.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWaiting(String key) {
    return key.equals("depends") || key.equals("dependencies") || key.equals("target");
  }

  private String inDepends(String text) {
    if (!isNamed(text)) {
      return text;
    }
    return inDepends
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(name(found.group(1))));
  }

  private String inTags(String text) {
    return TAG.matcher(text)
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(
                    tag.group().startsWith("{{=")
                        ? inExpression(tag.group())
                        : inSimpleTag(tag.group())));
  }

  private String inSimpleTag(String tag) {
    return inSimpleTag
        .matcher(tag)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + family(found.group(2)) + "." + name(found.group(3))));
  }

  /** A name with a hyphen cannot follow a dot in an expression: there it is a subtraction. */
  private String inExpression(String text) {
    String indexed =
        asIndex
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        family(found.group(1))
                            + found.group(2)
                            + name(found.group(3))
                            + found.group(4)));
    return asMember
        .matcher(indexed)
        .replaceAll(
            found -> Matcher.quoteReplacement(family(found.group(1)) + member(found.group(2))));
  }

  private String member(String name) {
    String to = name(name);
    return to.contains("-") ? "['" + to + "']" : "." + to;
  }

  private String name(String written) {
    return names.getOrDefault(written, written);
  }

  private String family(String written) {
    return family.orElse(written);
  }
}

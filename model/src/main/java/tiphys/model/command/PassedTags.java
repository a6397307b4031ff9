// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.writing.YamlValue;

/** Tags that reach over the border of a new template, and the names under which they go over it. */
final class PassedTags {
  private static final Pattern OF_TASK =
      Pattern.compile("\\{\\{\\s*tasks\\.([^.}\\s]+)\\.([^}]*?)\\s*\\}\\}");
  private static final Pattern OF_INPUT =
      Pattern.compile("\\{\\{\\s*inputs\\.(parameters|artifacts)\\.([^}\\s]+?)\\s*\\}\\}");
  private static final Pattern REACHES = Pattern.compile("\\b(tasks|inputs)\\b");

  private final Set<String> inside;
  private final Optional<String> call;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, String> artifacts = new LinkedHashMap<>();
  private Optional<Problem> trouble = Optional.empty();

  private PassedTags(Set<String> inside, Optional<String> call) {
    this.inside = inside;
    this.call = call;
  }

  /** What tasks that go inside take from outside. */
  static PassedTags intoTasks(Set<String> inside) {
    return new PassedTags(inside, Optional.empty());
  }

  /** What is taken from them, through the task that calls them from now on. */
  static PassedTags outOfTasks(Set<String> inside, String call) {
    return new PassedTags(inside, Optional.of(call));
  }

  Optional<Problem> trouble() {
    return trouble;
  }

  void meet(String tag) {
    Matcher task = OF_TASK.matcher(tag);
    Matcher input = OF_INPUT.matcher(tag);
    if (task.matches() && inside.contains(task.group(1)) == call.isPresent()) {
      meet(tag, task.group(1), task.group(2));
    } else if (call.isEmpty() && input.matches()) {
      boolean isArtifact = input.group(1).equals("artifacts");
      (isArtifact ? artifacts : parameters).put(plain(tag), input.group(2));
    }
  }

  /** Expressions are not taken apart: one that may reach over the border is refused. */
  void meetExpression(String expression) {
    boolean reaches =
        call.isPresent()
            ? inside.stream().anyMatch(name -> isNamed(expression, name))
            : REACHES.matcher(expression).find();
    if (reaches) {
      refuse(expression);
    }
  }

  private static boolean isNamed(String expression, String name) {
    return Pattern.compile("\\btasks(\\.|\\[\\s*['\"])" + Pattern.quote(name) + "(?![-\\w])")
        .matcher(expression)
        .find();
  }

  private void meet(String tag, String task, String what) {
    boolean isArtifact = what.startsWith("outputs.artifacts.");
    boolean isOutput = what.equals("outputs.result") || what.startsWith("outputs.parameters.");
    if (isArtifact) {
      artifacts.computeIfAbsent(plain(tag), _ -> free(task, what, artifacts));
    } else if (isOutput || call.isEmpty() && !what.equals("outputs.parameters")) {
      parameters.computeIfAbsent(plain(tag), _ -> free(task, what, parameters));
    } else {
      refuse(tag);
    }
  }

  private void refuse(String what) {
    trouble = trouble.or(() -> Optional.of(Problem.refusal(ProblemCode.EXTRACT_EXPRESSION, what)));
  }

  private static String free(String task, String what, Map<String, String> taken) {
    String last = what.substring(what.lastIndexOf('.') + 1);
    String wish = (task + "-" + last).replaceAll("[^-A-Za-z0-9_]", "-");
    return Naming.free(wish, new HashSet<>(taken.values()));
  }

  private static String plain(String tag) {
    return tag.replaceAll("\\s", "");
  }

  /** The tags as they are written from now on. */
  TagWalk walk() {
    return new TagWalk(this::rewritten, text -> text);
  }

  private String rewritten(String tag) {
    String parameter = parameters.get(plain(tag));
    String artifact = artifacts.get(plain(tag));
    if (parameter == null && artifact == null) {
      return tag;
    }
    String prefix = call.map(name -> "tasks." + name + ".outputs.").orElse("inputs.");
    return "{{"
        + prefix
        + (parameter == null ? "artifacts." + artifact : "parameters." + parameter)
        + "}}";
  }

  /** Declarations in the new template. @param withSource whether they say where they come from */
  Optional<YamlValue> declared(boolean withSource) {
    return lists(
        (tag, name) -> {
          YamlValue.Mapping named = YamlValue.mapping("name", YamlValue.text(name));
          return withSource
              ? named.and("valueFrom", YamlValue.mapping("parameter", YamlValue.text(tag)))
              : named;
        },
        (tag, name) -> {
          YamlValue.Mapping named = YamlValue.mapping("name", YamlValue.text(name));
          return withSource ? named.and("from", YamlValue.text(tag)) : named;
        });
  }

  /** Arguments of the call. */
  Optional<YamlValue> passed() {
    return lists(
        (tag, name) ->
            YamlValue.mapping("name", YamlValue.text(name)).and("value", YamlValue.text(tag)),
        (tag, name) ->
            YamlValue.mapping("name", YamlValue.text(name)).and("from", YamlValue.text(tag)));
  }

  private interface Item {
    YamlValue of(String tag, String name);
  }

  private Optional<YamlValue> lists(Item parameter, Item artifact) {
    Map<String, YamlValue> lists = new LinkedHashMap<>();
    if (!parameters.isEmpty()) {
      lists.put("parameters", items(parameters, parameter));
    }
    if (!artifacts.isEmpty()) {
      lists.put("artifacts", items(artifacts, artifact));
    }
    return lists.isEmpty() ? Optional.empty() : Optional.of(new YamlValue.Mapping(lists));
  }

  private static YamlValue items(Map<String, String> tags, Item item) {
    List<YamlValue> items = new ArrayList<>();
    tags.forEach((tag, name) -> items.add(item.of(tag, name)));
    return new YamlValue.Sequence(items);
  }
}

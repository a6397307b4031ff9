// SPDX-License-Identifier: Apache-2.0
package tiphys.app.hera;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.app.code.CodeLine;
import tiphys.app.code.Span;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlTree;

/**
 * How much there is to read in one of the two languages.
 *
 * @param lines that are not blank
 * @param levels of nesting at the deepest place
 * @param names how often names of templates and tasks are written
 */
record HeraComparison(int lines, int levels, int names) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_-]+");
  private static final int STEP = 4;

  static HeraComparison ofYaml(YamlTree tree, String text, WorkflowFile workflow) {
    int levels = tree.documents().stream().mapToInt(each -> depth(each.place())).max().orElse(0);
    return new HeraComparison(lines(text), levels, count(text, names(workflow)));
  }

  static HeraComparison ofPython(List<CodeLine> code, String text, WorkflowFile workflow) {
    Set<String> names = names(workflow);
    names(workflow).forEach(name -> names.add(name.replace('-', '_')));
    int levels = code.stream().mapToInt(HeraComparison::depth).max().orElse(0);
    return new HeraComparison(lines(text), levels, count(text, names));
  }

  private static int lines(String text) {
    return (int) text.lines().filter(line -> !line.isBlank()).count();
  }

  private static int depth(YamlPlace place) {
    int deepest = 0;
    for (YamlPlace.Entry entry : place.entries()) {
      deepest = Math.max(deepest, depth(entry.value()));
    }
    for (YamlPlace item : place.items()) {
      deepest = Math.max(deepest, depth(item));
    }
    return place.isMapping() || place.isSequence() ? deepest + 1 : 0;
  }

  /** Steps of indentation, and the brackets that are open at once on the line. */
  private static int depth(CodeLine line) {
    if (!line.spans().isEmpty() && line.spans().getFirst().role() == Span.Role.TEXT) {
      return 0;
    }
    int blanks = line.text().length() - line.text().stripLeading().length();
    int open = 0;
    int deepest = 0;
    for (Span span : line.spans()) {
      String part =
          span.role() == Span.Role.PLAIN ? line.text().substring(span.start(), span.end()) : "";
      for (int i = 0; i < part.length(); i++) {
        char c = part.charAt(i);
        open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        deepest = Math.max(deepest, open);
      }
    }
    return blanks / STEP + deepest;
  }

  private static Set<String> names(WorkflowFile workflow) {
    Set<String> names = new HashSet<>();
    workflow.resources().stream()
        .flatMap(resource -> resource.spec().stream())
        .flatMap(spec -> spec.templates().stream())
        .forEach(
            template -> {
              template.name().ifPresent(name -> names.add(name.value()));
              template.calls().stream()
                  .flatMap(task -> task.name().stream())
                  .forEach(name -> names.add(name.value()));
            });
    return names;
  }

  private static int count(String text, Set<String> names) {
    int count = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      count += names.contains(word.group()) ? 1 : 0;
    }
    return count;
  }
}

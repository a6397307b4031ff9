// SPDX-License-Identifier: Apache-2.0
package tiphys.model.completion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Arguments;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;

/**
 * The inputs of the template that is called where an argument is being written: those that must be
 * given first, those that are given already not at all. Read from the lines around, as the text can
 * mostly not be read while one types.
 */
final class CalledInputs {
  private final SourceText text;
  private final WorkflowFile workflow;
  private final Scope scope;
  private final int own;

  CalledInputs(SourceText text, int offset, WorkflowFile workflow, Scope scope) {
    this.text = text;
    this.workflow = workflow;
    this.scope = scope;
    this.own = text.lineOf(offset);
  }

  /** Empty where it cannot be told which template is called. */
  Optional<List<String>> names(boolean areParameters) {
    int list = opening(own, areParameters ? "parameters" : "artifacts");
    int arguments = list < 0 ? -1 : opening(list, "arguments");
    if (arguments < 0) {
      return Optional.empty();
    }
    return called(arguments)
        .map(Template::inputs)
        .map(inputs -> areParameters ? parameters(inputs) : artifacts(inputs))
        .map(names -> without(names, given(list)));
  }

  /** The nearest line above that opens what is moved in further. */
  private int opening(int from, String key) {
    int column = line(from).content();
    for (int i = from - 1; i >= 0; i--) {
      Line above = line(i);
      if (!above.isEmpty() && above.content() <= column && above.opens()) {
        boolean isIt = above.key().filter(key::equals).isPresent();
        if (isIt || above.content() < column) {
          return isIt ? i : -1;
        }
      }
    }
    return -1;
  }

  /** The template that a line beside the arguments names. */
  private Optional<Template> called(int arguments) {
    for (int i : beside(arguments)) {
      Line line = line(i);
      if (line.key().filter("template"::equals).isPresent()) {
        return Scopes.template(
            workflow, new Scope(scope.resource(), new TemplateName(unquoted(line.value()))));
      }
      if (line.key().filter("templateRef"::equals).isPresent()) {
        return reference(i);
      }
    }
    return Optional.empty();
  }

  private Optional<Template> reference(int from) {
    String name = "";
    String template = "";
    boolean isClusterScope = false;
    for (int i = from + 1; i < text.lineCount(); i++) {
      Line line = line(i);
      if (!line.isEmpty() && line.content() <= line(from).content()) {
        break;
      }
      switch (line.key().orElse("")) {
        case "name" -> name = unquoted(line.value());
        case "template" -> template = unquoted(line.value());
        case "clusterScope" -> isClusterScope = line.value().equals("true");
        default -> {
          // of no meaning for where it leads
        }
      }
    }
    return workflow.template(new Call.Reference(name, template, isClusterScope));
  }

  /** The lines of the same mapping: at the same column, up to the dash that begins it. */
  private List<Integer> beside(int line) {
    int column = line(line).content();
    List<Integer> beside = new ArrayList<>();
    for (int i = line; i >= 0; i--) {
      Line above = line(i);
      if (!above.isEmpty() && above.content() < column) {
        break;
      }
      if (above.content() == column) {
        beside.add(i);
        if (!above.dashes().isEmpty()) {
          break;
        }
      }
    }
    for (int i = line + 1; i < text.lineCount(); i++) {
      Line below = line(i);
      boolean isOther = below.content() == column && !below.dashes().isEmpty();
      if (!below.isEmpty() && (below.content() < column || isOther)) {
        break;
      }
      if (below.content() == column) {
        beside.add(i);
      }
    }
    return beside;
  }

  /** The names that other items of the list have. */
  private Set<String> given(int list) {
    Set<String> given = new HashSet<>();
    for (int i = list + 1; i < text.lineCount(); i++) {
      Line line = line(i);
      int start = line.dashes().isEmpty() ? line.content() : line.dashes().getFirst();
      boolean isOutside =
          start < line(list).content() || start == line(list).content() && line.dashes().isEmpty();
      if (!line.isEmpty() && isOutside) {
        break;
      }
      if (i != own && line.key().filter("name"::equals).isPresent()) {
        given.add(unquoted(line.value()));
      }
    }
    return given;
  }

  private Line line(int number) {
    return Line.of(text, number);
  }

  private static String unquoted(String value) {
    boolean isQuoted = value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }

  private static List<String> parameters(Arguments inputs) {
    return Stream.concat(
            inputs.parameters().stream().filter(input -> !input.isSupplied()),
            inputs.parameters().stream().filter(Arguments.Parameter::isSupplied))
        .map(Arguments.Parameter::name)
        .toList();
  }

  private static List<String> artifacts(Arguments inputs) {
    return Stream.concat(
            inputs.artifacts().stream().filter(input -> !input.isSupplied()),
            inputs.artifacts().stream().filter(Arguments.Artifact::isSupplied))
        .map(Arguments.Artifact::name)
        .toList();
  }

  private static List<String> without(List<String> names, Set<String> given) {
    return names.stream().filter(name -> !given.contains(name)).toList();
  }
}

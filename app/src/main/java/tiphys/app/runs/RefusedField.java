// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.exporter.local.WorkflowParameter;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Which field of the form a refusal of a cluster is about, as far as its words tell. */
sealed interface RefusedField {
  /** One of the fields beside the parameters. */
  enum OfRun implements RefusedField {
    NAME,
    NAMESPACE,
    LABELS,
    SERVICE_ACCOUNT,
    PRIORITY
  }

  /** The field of a parameter. */
  record OfParameter(String name) implements RefusedField {}

  /** As Argo writes the place of an argument. */
  Pattern NUMBERED = Pattern.compile("arguments\\.parameters\\[(\\d+)]");

  /** Absent where the refusal is about the whole. */
  static Optional<RefusedField> of(Problem why, List<WorkflowParameter> parameters) {
    String words = String.join(" ", why.arguments());
    if (why.code() == ProblemCode.CLUSTER_EXISTS_ALREADY) {
      return Optional.of(OfRun.NAME);
    }
    if (why.code() == ProblemCode.CLUSTER_ACCESS_DENIED
        || why.code() == ProblemCode.CLUSTER_NOT_FOUND) {
      return words.contains("namespace") ? Optional.of(OfRun.NAMESPACE) : Optional.empty();
    }
    return parameter(words, parameters).or(() -> ofRun(words.toLowerCase(Locale.ROOT)));
  }

  private static Optional<RefusedField> parameter(
      String words, List<WorkflowParameter> parameters) {
    Matcher numbered = NUMBERED.matcher(words);
    if (numbered.find() && numbered.group(1).length() < 6) {
      int number = Integer.parseInt(numbered.group(1));
      if (number < parameters.size()) {
        return Optional.of(new OfParameter(parameters.get(number).name()));
      }
    }
    return parameters.stream()
        .map(WorkflowParameter::name)
        .filter(name -> names(words, name))
        .findFirst()
        .map(OfParameter::new);
  }

  /** For example {@code spec.arguments.NAME.value is required}. */
  private static boolean names(String words, String parameter) {
    return Pattern.compile(
            "(arguments|parameters?)[. \\[\"'“]+" + Pattern.quote(parameter) + "(?![\\w-])")
        .matcher(words)
        .find();
  }

  private static Optional<RefusedField> ofRun(String words) {
    if (words.contains("metadata.label") || words.contains("label value")) {
      return Optional.of(OfRun.LABELS);
    }
    if (words.contains("metadata.name:") || words.contains("metadata.generatename")) {
      return Optional.of(OfRun.NAME);
    }
    if (words.contains("serviceaccount")) {
      return Optional.of(OfRun.SERVICE_ACCOUNT);
    }
    if (words.contains("spec.priority")) {
      return Optional.of(OfRun.PRIORITY);
    }
    return words.contains("namespace") ? Optional.of(OfRun.NAMESPACE) : Optional.empty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.function;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.local.EngineChoice;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.yaml.YamlTree;

/**
 * What a case came to.
 *
 * @param refusal why it could not be run at all
 */
public record CaseResult(
    FunctionCase of,
    Optional<Problem> refusal,
    Optional<FunctionOutcome> outcome,
    List<Mismatch> mismatches) {
  public CaseResult {
    mismatches = List.copyOf(mismatches);
  }

  /** Makes a case ready to be run. Refused where the file has no such template. */
  public static Outcome<FunctionTry> prepare(
      YamlTree tree, FunctionCase wanted, EngineChoice engine) {
    Optional<FunctionTemplate> function = FunctionTemplate.of(tree, wanted.template());
    if (function.isEmpty()) {
      List<String> names = FunctionTemplate.of(tree).stream().map(FunctionTemplate::name).toList();
      return Outcome.refused(
          ProblemCode.CASE_NO_TEMPLATE,
          wanted.template(),
          names.isEmpty() ? "-" : String.join(", ", names));
    }
    return FunctionTry.of(tree, function.get(), wanted.given(), engine);
  }

  /** Runs a case to its end and compares. */
  public static CaseResult of(FunctionCase wanted, Outcome<FunctionTry> prepared) {
    if (prepared.refusal().isPresent()) {
      return new CaseResult(wanted, prepared.refusal(), Optional.empty(), List.of());
    }
    FunctionOutcome outcome = prepared.result().orElseThrow().run();
    return new CaseResult(
        wanted,
        Optional.empty(),
        Optional.of(outcome),
        Mismatch.between(wanted.expected(), outcome));
  }

  public boolean isGood() {
    return refusal.isEmpty() && mismatches.isEmpty();
  }

  public Duration time() {
    return outcome.map(FunctionOutcome::time).orElse(Duration.ZERO);
  }
}

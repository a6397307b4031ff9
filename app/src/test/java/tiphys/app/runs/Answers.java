// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.cluster.SubmitOptions;
import tiphys.exporter.cluster.action.RetryPlan;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.WorkflowParameter;

/** Answers the questions about runs as a user would, and keeps what was asked. */
public final class Answers implements RunQuestions {
  public boolean agrees = true;
  public boolean mayEnd = true;
  public boolean mayStop = true;
  public Map<String, String> given = Map.of();

  /** Values for a submission; none leaves the form as it is. */
  public Map<String, String> submitted = Map.of();

  public final List<SubmitWish> wishes = new ArrayList<>();
  public final List<RunPreview> plans = new ArrayList<>();
  public final List<Map<String, String>> forms = new ArrayList<>();
  public final List<RetryPlan> retries = new ArrayList<>();
  public final List<WorkflowParameter> outputs = new ArrayList<>();
  public final List<String> stops = new ArrayList<>();
  public final List<List<String>> endings = new ArrayList<>();

  @Override
  public Optional<Map<String, String>> arguments(
      List<WorkflowParameter> parameters, Map<String, String> last) {
    forms.add(last);
    Map<String, String> values = new LinkedHashMap<>();
    for (WorkflowParameter parameter : parameters) {
      String name = parameter.name();
      values.put(
          name, given.getOrDefault(name, last.getOrDefault(name, parameter.value().orElse(""))));
    }
    return Optional.of(values);
  }

  @Override
  public Optional<SubmitWish.Answer> submission(SubmitWish wish, SubmitWish.DryRun dryRun) {
    wishes.add(wish);
    return Optional.of(
        submitted.isEmpty()
            ? wish.answer()
            : new SubmitWish.Answer(wish.answer().namespace(), SubmitOptions.with(submitted)));
  }

  @Override
  public boolean agrees(RunPreview preview) {
    plans.add(preview);
    return agrees;
  }

  @Override
  public boolean confirms(RunAct act, String run, String connection) {
    stops.add(act.key() + " " + run + " on " + connection);
    return mayStop;
  }

  @Override
  public boolean retries(String run, RetryPlan plan) {
    retries.add(plan);
    return true;
  }

  @Override
  public Optional<Map<String, String>> outputs(List<WorkflowParameter> wanted) {
    outputs.addAll(wanted);
    return Optional.of(given);
  }

  @Override
  public boolean mayEnd(List<String> files) {
    endings.add(files);
    return mayEnd;
  }
}

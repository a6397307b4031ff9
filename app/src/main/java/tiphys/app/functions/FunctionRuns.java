// SPDX-License-Identifier: Apache-2.0
package tiphys.app.functions;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tiphys.app.concurrent.Background;
import tiphys.exporter.function.CaseResult;
import tiphys.exporter.function.FunctionCase;
import tiphys.exporter.function.FunctionOutcome;
import tiphys.exporter.function.FunctionTemplate;
import tiphys.exporter.function.FunctionTry;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunPreview;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.yaml.YamlTree;

/**
 * Runs functions off the window's thread, after it was agreed to what that executes; the same is
 * not asked twice. Asked and answered on the window's thread.
 */
final class FunctionRuns {
  private final FunctionsView.Means means;
  private final Background background;
  private final Set<String> agreed = new HashSet<>();

  /** Hears what becomes of one run: one of the first two, or both of the others. */
  interface Ear {
    void refused(Problem why);

    void declined();

    void started();

    void came(FunctionOutcome outcome);
  }

  FunctionRuns(FunctionsView.Means means, Background background) {
    this.means = means;
    this.background = background;
  }

  void run(YamlTree tree, FunctionTemplate function, FunctionCase.Given given, Ear ear) {
    EngineChoice engine = engine();
    background.run(
        () -> FunctionTry.of(tree, function, given, engine), prepared -> begin(prepared, ear));
  }

  private void begin(Outcome<FunctionTry> prepared, Ear ear) {
    if (prepared.refusal().isPresent()) {
      ear.refused(prepared.refusal().get());
      return;
    }
    FunctionTry ready = prepared.result().orElseThrow();
    if (isAgreedTo(List.of(ready))) {
      ear.started();
      background.run(ready::run, ear::came);
    } else {
      ready.drop();
      ear.declined();
    }
  }

  /**
   * Runs cases one after the other.
   *
   * @param each told what a case came to
   * @param end told when all are run, or none because that was declined
   */
  void runAll(YamlTree tree, List<FunctionCase> wanted, Consumer<CaseResult> each, Runnable end) {
    EngineChoice engine = engine();
    background.run(
        () -> wanted.stream().map(one -> CaseResult.prepare(tree, one, engine)).toList(),
        prepared -> beginAll(wanted, prepared, each, end));
  }

  private void beginAll(
      List<FunctionCase> wanted,
      List<Outcome<FunctionTry>> prepared,
      Consumer<CaseResult> each,
      Runnable end) {
    List<FunctionTry> ready = prepared.stream().flatMap(one -> one.result().stream()).toList();
    if (!ready.isEmpty() && !isAgreedTo(ready)) {
      ready.forEach(FunctionTry::drop);
      end.run();
      return;
    }
    background.run(
        () -> {
          for (int i = 0; i < wanted.size(); i++) {
            CaseResult result = CaseResult.of(wanted.get(i), prepared.get(i));
            background.onWindowThread(() -> each.accept(result));
          }
          return wanted.size();
        },
        _ -> end.run());
  }

  /** A function that is only simulated would come to nothing. */
  private EngineChoice engine() {
    return means.engine() == EngineChoice.SIMULATE ? EngineChoice.AUTO : means.engine();
  }

  private boolean isAgreedTo(List<FunctionTry> tries) {
    RunPreview all = FunctionTry.together(tries);
    String what = all.engine() + " " + all.commands();
    boolean agrees = agreed.contains(what) || means.agrees(all);
    if (agrees) {
      agreed.add(what);
    }
    return agrees;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.app.runs.RunStart.Wish;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.KeptRun;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.ThisComputer;
import tiphys.exporter.local.WorkflowParameter;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.run.RunSnapshot;

/** Starts a file's runs on this computer: values are asked for, and the first time agreement. */
final class StartHere {
  private final RunControl.Means means;
  private final RunControl.Origin origin;
  private final LastArguments last;
  private final RunStart start;
  private final Set<EngineChoice> agreedTo = EnumSet.noneOf(EngineChoice.class);
  private int agreedVersion;

  StartHere(RunControl.Means means, RunControl.Origin origin, LastArguments last, RunStart start) {
    this.means = means;
    this.origin = origin;
    this.last = last;
    this.start = start;
  }

  void begin(Wish wish) {
    means
        .background()
        .run(
            () -> ThisComputer.parameters(wish.tree(), wish.resource()),
            found -> fill(wish, found));
  }

  private void fill(Wish wish, Outcome<List<WorkflowParameter>> found) {
    switch (found) {
      case Outcome.Refused<List<WorkflowParameter>>(Problem why) -> start.givesUp(Optional.of(why));
      case Outcome.Done<List<WorkflowParameter>>(List<WorkflowParameter> parameters) ->
          values(wish, parameters)
              .ifPresentOrElse(
                  given -> preview(wish, given), () -> start.givesUp(Optional.empty()));
    }
  }

  private Optional<Map<String, String>> values(Wish wish, List<WorkflowParameter> parameters) {
    if (parameters.isEmpty()) {
      return Optional.of(Map.of());
    }
    Map<String, String> kept = last.get();
    Map<String, String> known = new LinkedHashMap<>();
    boolean areAllSet = !kept.isEmpty();
    for (WorkflowParameter parameter : parameters) {
      Optional<String> value =
          Optional.ofNullable(kept.get(parameter.name())).filter(parameter::allows);
      value.ifPresent(there -> known.put(parameter.name(), there));
      areAllSet &= value.or(parameter::value).isPresent();
    }
    if (areAllSet && !wish.asksForArguments()) {
      return Optional.of(known);
    }
    Optional<Map<String, String>> given = means.questions().arguments(parameters, known);
    given.ifPresent(last::remember);
    return given;
  }

  private void preview(Wish wish, Map<String, String> values) {
    EngineChoice engine = means.choices().engine().get();
    means
        .background()
        .run(
            () ->
                ThisComputer.preview(
                    new RunRequest(wish.tree(), wish.resource(), values, engine, folder())),
            this::startIfAgreed);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("tiphys-run-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startIfAgreed(Outcome<RunPreview> outcome) {
    switch (outcome) {
      case Outcome.Refused<RunPreview>(Problem why) -> start.givesUp(Optional.of(why));
      case Outcome.Done<RunPreview>(RunPreview preview) -> {
        if (isAgreedTo(preview)) {
          means.background().run(() -> kept(preview.request().folder()), _ -> {});
          start.begins(ear -> RunHere.start(preview, ear));
        } else {
          start.givesUp(Optional.empty());
        }
      }
    }
  }

  private Path kept(Path folder) {
    means.kept().add(folder);
    return folder;
  }

  /** Shows one that is over. */
  void show(KeptRun kept) {
    means
        .background()
        .run(
            () -> RunBefore.read(kept),
            outcome -> {
              switch (outcome) {
                case Outcome.Refused<RunSnapshot>(Problem why) -> start.givesUp(Optional.of(why));
                case Outcome.Done<RunSnapshot>(RunSnapshot end) ->
                    start.begins(ear -> RunBefore.show(kept, end, ear));
              }
            });
  }

  /** Agreeing to containers is not agreeing to processes, nor to what others put in its place. */
  private boolean isAgreedTo(RunPreview preview) {
    int versions = origin.takenOver().getAsInt();
    if (versions != agreedVersion || origin.isChangedByOthers().getAsBoolean()) {
      agreedTo.clear();
      agreedVersion = versions;
    }
    if (preview.engine() == EngineChoice.SIMULATE || agreedTo.contains(preview.engine())) {
      return true;
    }
    boolean agrees = means.questions().agrees(preview);
    if (agrees) {
      agreedTo.add(preview.engine());
    }
    return agrees;
  }
}

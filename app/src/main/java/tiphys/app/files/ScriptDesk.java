// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tiphys.app.concurrent.Background;
import tiphys.app.settings.Settings;
import tiphys.exporter.script.ScriptRequest;
import tiphys.exporter.script.ScriptWorkflows;
import tiphys.exporter.script.WorkflowScript;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.problem.Severity;
import tiphys.model.text.SourceText;

/**
 * Opens Python scripts: each is run once that was agreed to, and what it defines is a new file. A
 * script that has changed is offered to be run again. The script itself is never written.
 */
final class ScriptDesk {
  /** How many seconds a script may take, where somebody has written another number. */
  private static final String SECONDS = "script.seconds";

  private final OpenFiles files;
  private final Settings settings;
  private final Background background;
  private final FileQuestions questions;
  private final Consumer<Problem> told;
  private final Map<OpenFile, Known> known = new HashMap<>();
  private boolean isAsking;

  /** A script as it was when it was run or asked about last, and what came of it. */
  private record Known(DiskStamp stamp, SourceText made) {}

  /** What a run came to. */
  private record Made(ScriptWorkflows workflows, ReadScript file) {}

  /**
   * @param background for what waits for other programs
   * @param told of news and of trouble
   */
  ScriptDesk(
      OpenFiles files,
      Settings settings,
      Background background,
      FileQuestions questions,
      Consumer<Problem> told) {
    this.files = files;
    this.settings = settings;
    this.background = background;
    this.questions = questions;
    this.told = told;
  }

  /** Asks, runs the script, and shows the file. @param show puts it into a tab */
  void open(Path script, Consumer<OpenFile> show) {
    Path whole = script.toAbsolutePath().normalize();
    Optional<OpenFile> open =
        files.list().stream()
            .filter(file -> file.script().filter(whole::equals).isPresent())
            .findFirst();
    if (open.isPresent()) {
      files.show(open.get());
      look(open.get());
    } else {
      DiskStamp stamp = DiskStamp.of(whole);
      run(whole, false, made -> take(made, stamp, show));
    }
  }

  /** Offers to read again what has changed since; at nothing while somebody is asked. */
  void look() {
    known.keySet().retainAll(files.list());
    if (!isAsking) {
      List.copyOf(files.list()).forEach(this::look);
    }
  }

  private void look(OpenFile file) {
    Known before = known.get(file);
    Optional<Path> script = file.script();
    if (before == null || script.isEmpty()) {
      return;
    }
    DiskStamp now = DiskStamp.of(script.get());
    if (!now.equals(before.stamp()) && !now.equals(DiskStamp.NONE)) {
      known.put(file, new Known(now, before.made()));
      run(script.get(), true, made -> takeAgain(file, made));
    }
  }

  private void run(Path script, boolean isAgain, Consumer<Made> then) {
    ScriptChoice offered = ScriptChoice.of(script, settings::value, System.getenv());
    Optional<ScriptChoice> agreed = ask(offered, isAgain);
    if (agreed.isEmpty()) {
      return;
    }
    keep(offered, agreed.get());
    if (agreed.get().python().isBlank()) {
      told.accept(Problem.refusal(ProblemCode.SCRIPT_NO_PYTHON, script.toString()));
      return;
    }
    ScriptRequest request = agreed.get().request(limit());
    String heading = settings.messages().text("hera.from-script", request.name());
    tell(ProblemCode.SCRIPT_RUNS, request.name(), Long.toString(request.limit().toSeconds()));
    background.run(
        () -> made(request, heading),
        outcome -> {
          outcome.refusal().ifPresent(told);
          outcome.result().ifPresent(then);
        });
  }

  private Optional<ScriptChoice> ask(ScriptChoice offered, boolean isAgain) {
    isAsking = true;
    try {
      return questions.mayRun(offered, isAgain);
    } finally {
      isAsking = false;
    }
  }

  private static Outcome<Made> made(ScriptRequest request, String heading) {
    return WorkflowScript.read(request, System.getenv())
        .then(
            workflows ->
                Outcome.done(
                    new Made(
                        workflows,
                        ReadScript.of(request.script(), SourceText.of(workflows.yaml(heading))))));
  }

  /** What is found by itself is not kept, so that another script may find another Python. */
  private void keep(ScriptChoice offered, ScriptChoice agreed) {
    if (!agreed.python().equals(offered.python())) {
      settings.put(ScriptChoice.PYTHON, agreed.python().strip());
    }
    settings.put(ScriptChoice.VARIABLES, agreed.variables().strip());
  }

  private Duration limit() {
    return settings
        .value(SECONDS)
        .filter(typed -> typed.matches("\\d{1,4}"))
        .map(typed -> Duration.ofSeconds(Long.parseLong(typed)))
        .orElse(ScriptRequest.USUAL_LIMIT);
  }

  private void take(Made made, DiskStamp stamp, Consumer<OpenFile> show) {
    OpenFile file = OpenFile.of(made.file());
    known.put(file, new Known(stamp, made.file().state().text()));
    show.accept(file);
    tellOf(made);
  }

  /** What was done to the file since is not lost without a question. */
  private void takeAgain(OpenFile file, Made made) {
    SourceText theirs = made.file().state().text();
    SourceText here = file.editor().state().get().text();
    Known before = known.get(file);
    if (before == null || !files.list().contains(file)) {
      return;
    }
    boolean isUntouched = here.equals(before.made()) || here.equals(theirs);
    if (isUntouched || questions.takesTheirs(file, LineDifference.between(here, theirs))) {
      known.put(file, new Known(before.stamp(), theirs));
      file.takeOver(made.file());
      tellOf(made);
    }
  }

  private void tellOf(Made made) {
    ScriptWorkflows workflows = made.workflows();
    tell(
        workflows.held() == 0 ? ProblemCode.SCRIPT_OPENED : ProblemCode.SCRIPT_HELD_BACK,
        String.valueOf(made.file().script().getFileName()),
        Integer.toString(workflows.manifests().size()));
  }

  private void tell(ProblemCode news, String... arguments) {
    told.accept(new Problem(Severity.INFO, news, List.of(arguments), Optional.empty()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tiphys.app.export.FileExports;
import tiphys.app.files.Example;
import tiphys.app.files.TextFile;
import tiphys.exporter.local.ActiveRun;
import tiphys.exporter.local.EngineChoice;
import tiphys.exporter.local.RunPreview;
import tiphys.exporter.local.RunRequest;
import tiphys.exporter.local.ThisComputer;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.PictureStyle;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunOverlay;
import tiphys.model.run.RunSnapshot;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;

/** The first path without a window: the diamond checked, exported, run and drawn. */
final class Tour {
  private final Console console;

  Tour(Console console) {
    this.console = console;
  }

  int execute() {
    console.say("no-display");
    TextFile file = new TextFile(Example.DIAMOND.text(), false);
    SourceFile source =
        new SourceFile(
            Example.DIAMOND.fileName(), file, DiagramState.of(file.text(), Positions.NONE));
    RunVerb running = new RunVerb(console);
    if (running.tellErrors(source)) {
      return Console.NO;
    }
    console.say("lint-good", 1);
    console.out().println(source.state().text());
    try {
      Path folder = Files.createTempDirectory("tiphys-tour-");
      return run(source, running, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(SourceFile source, RunVerb running, Path folder) throws IOException {
    Scope scope = source.scope("").result().orElseThrow();
    Outcome<RunPreview> preview =
        ThisComputer.preview(
            new RunRequest(
                source.state().tree(),
                scope.resource(),
                Map.of(),
                EngineChoice.PROCESS,
                folder.resolve("run")));
    if (preview.refusal().isPresent()) {
      return console.refuse(preview.refusal().get());
    }
    ActiveRun run = running.start(preview.result().orElseThrow());
    RunSnapshot end = running.await(run);
    var states = RunOverlay.of(end).states(scope);
    for (String form : java.util.List.of("svg", "png")) {
      Path picture = folder.resolve("diamond." + form);
      Files.write(
          picture,
          FileExports.picture(
              source.state(), scope, form, PictureStyle.plain(Palette.LIGHT).with(states)));
      console.say("picture", picture);
    }
    return end.phase().filter(NodePhase.SUCCEEDED::equals).isPresent() ? Console.GOOD : Console.NO;
  }
}

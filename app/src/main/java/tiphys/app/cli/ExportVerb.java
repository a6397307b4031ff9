// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.app.export.FileExports;
import tiphys.app.files.TextFile;
import tiphys.exporter.hera.HeraCode;
import tiphys.exporter.hera.HeraStyle;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.PictureStyle;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Heading;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.RunOverlay;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Unfolded;
import tiphys.model.text.TextEdits;

/** Takes a file out as YAML, JSON, Python for Hera or a picture. */
final class ExportVerb {
  /** Where an Argo Server listens that was forwarded to this computer. */
  private static final String HERE = "https://localhost:2746";

  private final Console console;

  ExportVerb(Console console) {
    this.console = console;
  }

  int execute(Arguments arguments) {
    String form = arguments.last("--to").orElse("");
    if (!FileExports.FORMS.contains(form)) {
      return console.misused("unknown-form", form, String.join(", ", FileExports.FORMS));
    }
    if (arguments.words().size() != 1) {
      return console.misused("one-file", "export");
    }
    Outcome<SourceFile> read = SourceFile.read(arguments.words().getFirst(), console, arguments);
    if (read.refusal().isPresent()) {
      return console.trouble(read.refusal().get());
    }
    SourceFile source = read.result().orElseThrow();
    if (form.equals("hera")) {
      return hera(source, arguments);
    }
    Optional<String> said = arguments.last("--direction");
    Optional<Heading> heading = said.flatMap(Heading::of);
    if (said.isPresent() && heading.isEmpty()) {
      return console.misused("unknown-form", said.get(), "down, right");
    }
    Palette palette = Palette.of(arguments.has("--dark"), arguments.has("--distinct"));
    Wish wish =
        new Wish(
            form,
            arguments.last("--template").orElse(""),
            palette,
            arguments.has("--data"),
            arguments.has("--inside"),
            arguments.all("--only"),
            heading);
    Outcome<byte[]> made = make(source, wish);
    return made.refusal().isPresent()
        ? source.refuse(console, made.refusal().get())
        : write(made.result().orElseThrow(), arguments.last("--out"));
  }

  /** What Hera cannot say is told beside the code, where it stands in a comment too. */
  private int hera(SourceFile source, Arguments arguments) {
    Optional<String> server =
        arguments.has("--submit")
            ? Optional.of(arguments.last("--server").orElse(HERE))
            : Optional.empty();
    Outcome<HeraCode> made =
        FileExports.hera(
            source.state(), new HeraStyle(server, arguments.has("--script-functions")));
    if (made.refusal().isPresent()) {
      return source.refuse(console, made.refusal().get());
    }
    HeraCode code = made.result().orElseThrow();
    code.notes()
        .forEach(
            note ->
                console.say(
                    "hera-" + note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    note.path(),
                    note.detail()));
    return write(code.text().getBytes(StandardCharsets.UTF_8), arguments.last("--out"));
  }

  private int write(byte[] bytes, Optional<String> out) {
    if (out.isEmpty()) {
      console.out().writeBytes(bytes);
      console.out().flush();
      return Console.GOOD;
    }
    Optional<Problem> trouble = TextFile.write(Path.of(out.get()), bytes);
    return trouble.map(console::trouble).orElse(Console.GOOD);
  }

  /**
   * What is to be made.
   *
   * @param template whose inside a picture shows; empty for the first
   * @param isOpen whether tasks are drawn with their insides
   * @param only the tasks that it shows; none for all
   * @param heading which way it runs; as beside the file where that is not said
   */
  private record Wish(
      String form,
      String template,
      Palette palette,
      boolean showsData,
      boolean isOpen,
      List<String> only,
      Optional<Heading> heading) {}

  private static Outcome<byte[]> make(SourceFile source, Wish wish) {
    DiagramState state = source.state();
    if (wish.form().equals("yaml")) {
      return Outcome.done(source.file().bytesOf(state.text()));
    }
    if (wish.form().equals("json")) {
      return FileExports.json(state);
    }
    return state.tree().syntaxError().isPresent()
        ? Outcome.refused(state.tree().syntaxError().get())
        : source.scope(wish.template()).then(scope -> picture(state, scope, wish));
  }

  private static Outcome<byte[]> picture(DiagramState own, Scope scope, Wish wish) {
    DiagramState state =
        wish.heading()
            .map(way -> own.after(TextEdits.NONE, own.positions().heading(way)))
            .orElse(own);
    Set<NodeId> part = new LinkedHashSet<>();
    for (String task : wish.only()) {
      NodeId node = new NodeId(task);
      if (state.graph(scope).node(node).isEmpty()) {
        return Outcome.refused(ProblemCode.ADDRESS_NO_TASK, task, scope.template().value());
      }
      part.add(node);
    }
    PictureStyle style = PictureStyle.plain(wish.palette()).of(part);
    return Outcome.done(
        FileExports.picture(
            new FileExports.Drawn(
                state,
                scope,
                wish.isOpen()
                    ? new FileExports.Open(Unfolded.all(state, scope), Map.of())
                    : FileExports.Open.NOTHING),
            wish.form(),
            wish.showsData() ? style.with(FileExports.data(state, scope)) : style,
            RunOverlay.NONE));
  }
}

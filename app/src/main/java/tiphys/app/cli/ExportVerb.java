// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.app.files.TextFile;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.PngPicture;
import tiphys.exporter.picture.SvgPicture;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.run.TaskState;

/** Takes a file out as YAML, JSON or a picture. */
final class ExportVerb {
  static final List<String> FORMS = List.of("yaml", "json", "svg", "png");
  private static final double PNG_SCALE = 2;

  private final Console console;

  ExportVerb(Console console) {
    this.console = console;
  }

  int execute(Arguments arguments) {
    String form = arguments.last("--to").orElse("");
    if (!FORMS.contains(form)) {
      return console.misused("unknown-form", form, String.join(", ", FORMS));
    }
    if (arguments.words().size() != 1) {
      return console.misused("one-file", "export");
    }
    Outcome<SourceFile> read = SourceFile.read(arguments.words().getFirst());
    if (read.refusal().isPresent()) {
      return console.trouble(read.refusal().get());
    }
    SourceFile source = read.result().orElseThrow();
    Palette palette = arguments.has("--dark") ? Palette.DARK : Palette.LIGHT;
    Outcome<byte[]> made = make(source, form, arguments.last("--template").orElse(""), palette);
    return made.refusal().isPresent()
        ? console.refuse(made.refusal().get())
        : write(made.result().orElseThrow(), arguments.last("--out"));
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

  private static Outcome<byte[]> make(
      SourceFile source, String form, String template, Palette palette) {
    if (form.equals("yaml")) {
      return Outcome.done(source.file().bytesOf(source.state().text()));
    }
    if (source.state().tree().syntaxError().isPresent()) {
      return Outcome.refused(source.state().tree().syntaxError().get());
    }
    if (form.equals("json")) {
      StringBuilder json = new StringBuilder();
      source
          .state()
          .tree()
          .documents()
          .forEach(
              document ->
                  json.append(ManifestWriter.json(ManifestReader.toJson(document.place()))));
      return Outcome.done(json.toString().getBytes(StandardCharsets.UTF_8));
    }
    return source
        .scope(template)
        .then(scope -> Outcome.done(picture(source, scope, form, Map.of(), palette)));
  }

  /** A picture of a scope with a run's states laid over it. */
  static byte[] picture(
      SourceFile source, Scope scope, String form, Map<NodeId, TaskState> states, Palette palette) {
    FlowGraph graph = source.state().graph(scope);
    Arrangement arrangement =
        Arranger.arrange(graph, source.state().positions().in(scope), Optional.empty());
    return form.equals("svg")
        ? SvgPicture.of(graph, arrangement, states, palette).getBytes(StandardCharsets.UTF_8)
        : PngPicture.of(graph, arrangement, states, palette, PNG_SCALE);
  }
}

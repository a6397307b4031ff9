// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tiphys.app.export.DifferenceText;
import tiphys.app.export.FileExports;
import tiphys.app.files.Commit;
import tiphys.app.files.TextFile;
import tiphys.exporter.picture.Palette;
import tiphys.model.difference.FileDifference;
import tiphys.model.difference.Pair;
import tiphys.model.difference.ScopeDifference;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** Tells what two versions of a file differ in, as text, JSON or a picture. */
final class DiffVerb {
  private static final List<String> TEXTS = List.of("text", "json");
  private static final List<String> PICTURES = List.of("svg", "png", "pdf");

  private final Console console;

  DiffVerb(Console console) {
    this.console = console;
  }

  int execute(Arguments arguments) {
    String form = arguments.last("-o").orElse("text");
    if (!TEXTS.contains(form)) {
      return console.misused("unknown-form", form, String.join(", ", TEXTS));
    }
    String picture = arguments.last("--to").orElse("");
    if (!picture.isEmpty() && !PICTURES.contains(picture)) {
      return console.misused("unknown-form", picture, String.join(", ", PICTURES));
    }
    List<String> files = arguments.words();
    boolean isCommitted = files.size() == 1 && !files.getFirst().equals("-");
    if (!isCommitted && (files.size() != 2 || arguments.has("--rev"))) {
      return console.misused("two-files");
    }
    Outcome<SourceFile> before =
        isCommitted
            ? SourceFile.committed(files.getFirst(), arguments.last("--rev").orElse(Commit.LAST))
            : SourceFile.read(files.getFirst(), console, arguments);
    Outcome<SourceFile> after = SourceFile.read(files.getLast(), console, arguments);
    for (Outcome<SourceFile> read : List.of(after, before)) {
      if (read.refusal().isPresent()) {
        return console.trouble(read.refusal().get());
      }
      SourceFile source = read.result().orElseThrow();
      if (source.state().tree().syntaxError().isPresent()) {
        return source.refuse(console, source.state().tree().syntaxError().get());
      }
    }
    SourceFile old = before.result().orElseThrow();
    SourceFile now = after.result().orElseThrow();
    FileDifference difference = FileDifference.between(old.state(), now.state());
    return picture.isEmpty()
        ? tell(difference, form)
        : draw(old, now, difference, picture, arguments);
  }

  private int tell(FileDifference difference, String form) {
    if (form.equals("json")) {
      console.out().println(json(difference).toPrettyString());
    } else {
      DifferenceText.lines(difference).forEach(console.out()::println);
    }
    return difference.entries().isEmpty() ? Console.GOOD : Console.NO;
  }

  private static ArrayNode json(FileDifference difference) {
    ArrayNode entries = new JsonMapper().createArrayNode();
    for (FileDifference.Entry entry : difference.entries()) {
      ObjectNode node = entries.addObject();
      node.put("change", entry.change().name().toLowerCase(Locale.ROOT));
      node.put("name", entry.name());
      if (!entry.earlier().isEmpty()) {
        node.put("was", entry.earlier());
      }
      ArrayNode fields = node.putArray("fields");
      entry
          .fields()
          .forEach(
              field -> {
                ObjectNode changed = fields.addObject().put("path", field.path());
                field.before().ifPresent(value -> changed.put("before", value));
                field.after().ifPresent(value -> changed.put("after", value));
              });
    }
    return entries;
  }

  private int draw(
      SourceFile old, SourceFile now, FileDifference difference, String form, Arguments arguments) {
    String template = arguments.last("--template").orElse("");
    var scope = now.scope(template);
    if (scope.refusal().isPresent()) {
      scope = old.scope(template);
    }
    Optional<Pair<Scope>> inside = scope.result().flatMap(difference::inside);
    if (inside.isEmpty()) {
      return now.refuse(console, now.scope(template).refusal().orElseThrow());
    }
    ScopeDifference drawn = ScopeDifference.of(difference, inside.get());
    Palette palette = Palette.of(arguments.has("--dark"), arguments.has("--distinct"));
    byte[] bytes = FileExports.picture(drawn, form, palette);
    Optional<String> out = arguments.last("--out");
    if (out.isEmpty()) {
      console.out().writeBytes(bytes);
      console.out().flush();
    } else {
      Optional<Problem> trouble = TextFile.write(Path.of(out.get()), bytes);
      if (trouble.isPresent()) {
        return console.trouble(trouble.get());
      }
    }
    return difference.entries().isEmpty() ? Console.GOOD : Console.NO;
  }
}

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
import tiphys.app.files.TextFile;
import tiphys.exporter.picture.Palette;
import tiphys.model.difference.FileDifference;
import tiphys.model.difference.ScopeDifference;
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
    if (arguments.words().size() != 2) {
      return console.misused("two-files");
    }
    Outcome<SourceFile> before = SourceFile.read(arguments.words().get(0), console, arguments);
    Outcome<SourceFile> after = SourceFile.read(arguments.words().get(1), console, arguments);
    for (Outcome<SourceFile> read : List.of(before, after)) {
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
    if (scope.refusal().isPresent() && !template.isEmpty()) {
      scope = old.scope(template);
    }
    if (scope.refusal().isPresent()) {
      return now.refuse(console, scope.refusal().get());
    }
    ScopeDifference drawn =
        ScopeDifference.of(old.state(), now.state(), scope.result().orElseThrow(), difference);
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

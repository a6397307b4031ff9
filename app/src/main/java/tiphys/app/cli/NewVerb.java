// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import tiphys.app.files.Example;
import tiphys.app.files.TextFile;
import tiphys.model.problem.Problem;

/** Begins a file from an example of the gallery. */
final class NewVerb {
  private final Console console;

  NewVerb(Console console) {
    this.console = console;
  }

  int execute(Arguments arguments) {
    if (!arguments.words().isEmpty()) {
      return console.misused("new-words", arguments.words().getFirst());
    }
    Optional<String> from = arguments.last("--from");
    if (from.isEmpty()) {
      return list();
    }
    Optional<Example> example = Example.of(from.get());
    if (example.isEmpty()) {
      String names =
          Arrays.stream(Example.values()).map(Example::key).collect(Collectors.joining(", "));
      return console.misused("unknown-form", from.get(), names);
    }
    byte[] bytes = example.get().text().toString().getBytes(StandardCharsets.UTF_8);
    Optional<String> out = arguments.last("--out");
    if (out.isEmpty()) {
      console.out().writeBytes(bytes);
      console.out().flush();
      return Console.GOOD;
    }
    if (Files.exists(Path.of(out.get()))) {
      console.say("new-exists", out.get());
      return Console.TROUBLE;
    }
    Optional<Problem> trouble = TextFile.write(Path.of(out.get()), bytes);
    return trouble.map(console::trouble).orElse(Console.GOOD);
  }

  private int list() {
    for (Example example : Example.values()) {
      String title = console.messages().text("gallery.title." + example.key());
      String told =
          example.runsHere() ? title : console.messages().text("gallery.with-cluster", title);
      console.out().printf("%-22s %s%n", example.key(), told);
    }
    return Console.GOOD;
  }
}

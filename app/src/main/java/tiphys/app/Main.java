// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tiphys.app.cli.CommandLine;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;

/** Where the program starts: with the window, or as a command line that never touches JavaFX. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    List<String> words = CommandLine.completed(List.of(arguments));
    if (CommandLine.asksForWindow(words) && hasDisplay()) {
      boolean isTour = !words.isEmpty() && words.getFirst().equals("tour");
      List<Path> files =
          words.isEmpty() || isTour
              ? List.of()
              : words.subList(1, words.size()).stream().map(Path::of).toList();
      System.setErr(new WithoutIncubatorWarnings(System.err));
      TiphysApplication.launchWith(files, isTour);
      return;
    }
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    CommandLine line = new CommandLine(out, err, Messages.in(Language.ofSystem()));
    int status;
    if (words.isEmpty()) {
      line.sayNoDisplay();
      status = 2;
    } else {
      status = line.execute(words);
    }
    out.flush();
    System.exit(status);
  }

  private static boolean hasDisplay() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean alwaysHas = system.startsWith("windows") || system.startsWith("mac");
    return alwaysHas
        || !System.getenv().getOrDefault("DISPLAY", "").isEmpty()
        || !System.getenv().getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }
}

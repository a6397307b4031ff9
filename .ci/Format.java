// SPDX-License-Identifier: Apache-2.0

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds every Java source of the project against the formatter: {@code check} lists the files that differ and fails,
 * {@code apply} rewrites them.
 */
public final class Format {
  public static void main(String[] args) throws IOException {
    boolean apply = args.length == 1 && args[0].equals("apply");
    Formatter formatter = new Formatter();
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String before = Files.readString(file);
      try {
        String sorted = ImportOrderer.reorderImports(
            RemoveUnusedImports.removeUnusedImports(before), JavaFormatterOptions.Style.GOOGLE);
        String after = formatter.formatSource(sorted);
        if (after.equals(before)) {
          continue;
        }
        if (apply) {
          Files.writeString(file, after);
        } else {
          wrong.add(file.toString());
        }
      } catch (FormatterException e) {
        wrong.add(file + ": " + e.getMessage());
      }
    }
    if (!wrong.isEmpty()) {
      System.err.println("Not formatted (mend with: mvn -q -N validate -Dformat.mode=apply):");
      wrong.forEach(line -> System.err.println("  " + line));
      System.exit(1);
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : List.of("model", "exporter", "icons", "app", "installers")) {
      Path src = FileSystems.getDefault().getPath(module, "src");
      if (Files.isDirectory(src)) {
        try (Stream<Path> files = Files.walk(src)) {
          files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
        }
      }
    }
    return found;
  }
}

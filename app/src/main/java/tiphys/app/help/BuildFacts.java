// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the build left about the program: its version, its licence, and the libraries in it.
 *
 * @param libraries everything that is delivered with the program, by name
 */
public record BuildFacts(String version, String licence, List<Library> libraries) {
  /** A library, with its licences as it names them itself. */
  public record Library(String group, String name, String version, String licences) {}

  private static final Pattern LINE = Pattern.compile("(.+)\t(.+)\t(.+)\t(.+)");

  public BuildFacts {
    libraries = List.copyOf(libraries);
  }

  public static BuildFacts read() {
    Properties facts = new Properties();
    List<Library> libraries = new ArrayList<>();
    try (InputStream in = open("build.properties");
        InputStream list = open("libraries.txt")) {
      facts.load(in);
      new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(LINE::matcher)
          .filter(Matcher::matches)
          .forEach(
              line ->
                  libraries.add(
                      new Library(line.group(1), line.group(2), line.group(3), line.group(4))));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    libraries.sort(java.util.Comparator.comparing(Library::group).thenComparing(Library::name));
    return new BuildFacts(facts.getProperty("version"), facts.getProperty("licence"), libraries);
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = BuildFacts.class.getResourceAsStream(file);
    if (in == null) {
      throw new IOException("the build left no " + file);
    }
    return in;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;

/**
 * Each operation on the same workflow in lines, in brackets and as JSON: which lines go and which
 * come. The rows stand in {@code edit-operations.txt}: a style and the words behind a dollar sign,
 * then the lines with - and +, or a refusal behind an exclamation mark.
 */
final class EditStylesTest {
  private static final Set<String> STYLES = Set.of("block.yaml", "flow.yaml", "sample.json");

  @TempDir Path folder;

  /** What is told of one operation in one style. */
  record Row(String style, List<String> words, String told) {
    @Override
    public String toString() {
      return style + " " + String.join(" ", words);
    }
  }

  static Stream<Row> rows() {
    return Stream.of(resource("edit-operations.txt").split("(?m)^\\$ ", -1))
        .skip(1)
        .map(EditStylesTest::row);
  }

  private static Row row(String written) {
    int line = written.indexOf('\n');
    List<String> words = new ArrayList<>();
    for (String word : written.substring(0, line).split(" (?=(?:[^|]*\\|[^|]*\\|)*[^|]*$)", -1)) {
      words.add(word.replace("|", ""));
    }
    return new Row(
        words.getFirst(), words.subList(1, words.size()), written.substring(line + 1).strip());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void onlyTheLinesConcernedChangeInTheStyleOfTheirNeighbours(Row row) throws IOException {
    assertEquals(row.told(), told(row).strip());
  }

  @Test
  void everyOperationHasARowInEveryStyle() {
    for (String style : STYLES) {
      Set<String> missing = new TreeSet<>();
      EditOperation.ALL.forEach(operation -> missing.add(operation.name()));
      rows()
          .filter(row -> row.style().equals(style))
          .forEach(row -> missing.remove(row.words().getFirst()));
      assertEquals(Set.of(), missing, style);
    }
  }

  private String told(Row row) throws IOException {
    String before = resource(row.style());
    Path file = Files.writeString(folder.resolve(row.style()), before);
    List<String> words = new ArrayList<>(List.of("edit", file.toString()));
    for (String word : row.words()) {
      words.add(word.equals("FRAGMENT") ? fragment().toString() : word);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        new CommandLine(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Messages.in(Language.ENGLISH))
            .execute(words);
    assertEquals(before, Files.readString(file), "the file itself is not written");
    return exit == 0
        ? changes(before.lines().toList(), out.toString(StandardCharsets.UTF_8).lines().toList())
        : "! " + err.toString(StandardCharsets.UTF_8).replace(folder.toString() + "/", "");
  }

  private Path fragment() throws IOException {
    return Files.writeString(
        folder.resolve("fragment.yaml"), "# pasted\n- name: P\n  template: echo # said\n");
  }

  /** The lines that went and came, in order. */
  private static String changes(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
        out.append("-").append(before.get(i++)).append('\n');
      } else {
        out.append("+").append(after.get(j++)).append('\n');
      }
    }
    return out.toString();
  }

  private static String resource(String name) {
    try (InputStream in = EditStylesTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

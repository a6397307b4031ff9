// SPDX-License-Identifier: Apache-2.0
package tiphys.app.hera;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tiphys.app.files.Example;
import tiphys.exporter.hera.HeraCode;
import tiphys.exporter.hera.HeraStyle;

/** Exported code run under the Hera that people install. */
final class RealHeraTest {
  private static final Path SHARED = Path.of("..", "..", "shared", "argo");

  @BeforeEach
  void thereIsHera() {
    assumeTrue(RealHera.missing().isEmpty(), () -> RealHera.missing().orElse(""));
  }

  @Test
  void everySharedFileSaysTheSameInPythonAndIsLaidOutAsTheFormatterDoesIt() throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    for (String folder : List.of("examples", "hera")) {
      files.putAll(files(SHARED.resolve(folder)));
    }
    List<HeraTrip> trips = HeraTrip.of(files);

    assertEquals(files.size(), trips.size());
    assertAll(
        trips.stream().map(trip -> () -> assertEquals(List.of(), trip.differences(), trip.name())));
    assertAll(
        trips.stream().map(trip -> () -> assertEquals(List.of(), trip.reformatted(), trip.name())));
  }

  /** What Argo's examples do not have, and generators stumble over. */
  @Test
  void manifestsThatAreOrdinaryOnlyAtFirstSightSayTheSameToo() {
    String start = "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: x}\nspec:\n";
    Map<String, String> files = new LinkedHashMap<>();
    for (String[] each : Manifests.UNUSUAL) {
      files.put(each[0], start + each[1].indent(2));
    }
    files.put(
        "long name", start.replace("name: x", "name: " + "x".repeat(70)) + "  entrypoint: a\n");
    files.putAll(Manifests.WHOLE);
    for (Example example : Example.values()) {
      files.put(example.key(), example.text().toString());
    }
    List<HeraTrip> trips = HeraTrip.of(files);

    assertAll(
        trips.stream()
            .map(
                trip ->
                    () ->
                        assertEquals(
                            List.of(),
                            trip.differences(),
                            trip.name() + "\n" + trip.code().text())));
    assertAll(
        trips.stream().map(trip -> () -> assertEquals(List.of(), trip.reformatted(), trip.name())));
  }

  /** Comments in code and the order of templates aside. */
  @Test
  void scriptsThatBecomeFunctionsSayTheSame() throws Exception {
    Map<String, String> files = new LinkedHashMap<>(files(SHARED.resolve("examples")));
    for (Example example : Example.values()) {
      files.put(example.key(), example.text().toString());
    }
    List<HeraTrip> trips =
        HeraTrip.of(files, new HeraStyle(Optional.empty(), /* functions= */ true));

    assertAll(
        trips.stream().map(trip -> () -> assertEquals(List.of(), trip.differences(), trip.name())));
    long functions = trips.stream().filter(trip -> trip.code().text().contains("@script(")).count();
    assertTrue(functions >= 20, functions + " files have functions");
  }

  @Test
  void theClassesThatTheExporterKnowsAreThoseOfThePackage() throws Exception {
    try (InputStream known = HeraCode.class.getResourceAsStream("hera.classes")) {
      String text =
          new String(Objects.requireNonNull(known).readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(text, String.join("\n", RealHera.run("hera_classes.py", List.of())) + "\n");
    }
  }

  /** Texts by path. */
  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file :
          found.filter(path -> path.toString().matches(".*\\.(ya?ml|json)")).sorted().toList()) {
        files.put(file.toString(), Files.readString(file));
      }
    }
    assertTrue(files.size() > 100, folder::toString);
    return files;
  }
}

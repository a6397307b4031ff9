// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tiphys.app.hera.HeraTrip;
import tiphys.app.hera.RealHera;

/**
 * Every shared file as Python, run under real Hera and compared with itself; beside it what Hera's
 * own generator makes of the same documents.
 */
public final class HeraTable {
  private HeraTable() {}

  public static void main(String[] arguments) throws IOException {
    if (RealHera.missing().isPresent()) {
      System.out.println("skipped: " + RealHera.missing().get());
      System.exit(0);
    }
    for (String folder : List.of("examples", "hera")) {
      print(folder, HeraTrip.of(files(Path.of("..", "..", "shared", "argo", folder))));
    }
    System.exit(0);
  }

  /** Texts by path. */
  static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file :
          found.filter(path -> path.toString().matches(".*\\.(ya?ml|json)")).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static void print(String folder, List<HeraTrip> trips) {
    long equal =
        trips.stream().filter(trip -> trip.isEqual() && trip.code().notes().isEmpty()).count();
    long noted =
        trips.stream().filter(trip -> trip.isEqual() && !trip.code().notes().isEmpty()).count();
    List<HeraTrip> wrong = trips.stream().filter(trip -> !trip.isEqual()).toList();
    long pure = trips.stream().filter(trip -> trip.code().fallbacks().isEmpty()).count();
    List<String> anchors = trips.stream().flatMap(trip -> trip.anchors().stream()).toList();
    System.out.printf(
        Locale.ROOT,
        "%s: %d files, %d equal, %d equal but for what is named, %d wrong; %.1f %% without a fallback%n",
        folder,
        trips.size(),
        equal,
        noted,
        wrong.size(),
        100.0 * pure / trips.size());
    System.out.printf(
        Locale.ROOT,
        "  lines of Python %d, of YAML %d; time a file %.2f ms, median %.2f ms%n",
        trips.stream().mapToLong(trip -> trip.code().text().lines().count()).sum(),
        trips.stream().mapToLong(trip -> trip.yaml().lines().count()).sum(),
        trips.stream().mapToLong(HeraTrip::nanoseconds).average().orElse(0) / 1e6,
        median(trips) / 1e6);
    System.out.printf(
        Locale.ROOT,
        "  Hera's own generator: %d of %d documents equal, %d different, %d with an error%n",
        anchors.stream().filter("equal"::equals).count(),
        anchors.size(),
        anchors.stream().filter("different"::equals).count(),
        anchors.stream().filter(each -> each.startsWith("error")).count());
    trips.stream()
        .filter(trip -> !trip.reformatted().isEmpty())
        .forEach(trip -> System.out.println("  REFORMATTED " + trip.name() + trip.reformatted()));
    for (HeraTrip trip : wrong) {
      System.out.println("  WRONG " + trip.name());
      trip.differences().stream().limit(4).forEach(each -> System.out.println("    " + each));
    }
  }

  private static long median(List<HeraTrip> trips) {
    long[] times = trips.stream().mapToLong(HeraTrip::nanoseconds).sorted().toArray();
    return times[times.length / 2];
  }
}

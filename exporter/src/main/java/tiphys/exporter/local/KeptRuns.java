// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The runs that took place on this computer: a list of their folders, which themselves lie among
 * the temporary files and go when the system clears those. Safe for any thread; reads and writes
 * files.
 */
public final class KeptRuns {
  private static final int MOST = 100;

  private final Path list;

  /** What does not change any more once it is there. */
  private final Map<Path, KeptRun> known = new HashMap<>();

  /**
   * @param folder the user's configuration
   */
  public KeptRuns(Path folder) {
    this.list = folder.resolve("runs.txt");
  }

  /** A run begins in a folder. Where the list cannot be written, the run is not found later. */
  public synchronized void add(Path folder) {
    List<String> lines = new ArrayList<>(lines());
    lines.add(folder.toAbsolutePath().toString());
    try {
      Files.createDirectories(Objects.requireNonNull(list.getParent()));
      Files.write(list, lines.subList(Math.max(0, lines.size() - MOST), lines.size()));
    } catch (IOException e) {
      System.getLogger(KeptRuns.class.getName())
          .log(System.Logger.Level.WARNING, "the list of runs was not written", e);
    }
  }

  /** Those that are over and were not cleared, the last one first. */
  public synchronized List<KeptRun> all() {
    List<KeptRun> all = new ArrayList<>();
    for (String line : lines()) {
      Path folder = Path.of(line);
      Optional<KeptRun> run =
          Optional.ofNullable(known.get(folder))
              .filter(_ -> Files.exists(folder))
              .or(() -> KeptRun.in(folder));
      run.ifPresent(
          there -> {
            known.put(folder, there);
            all.add(there);
          });
    }
    Collections.reverse(all);
    return all;
  }

  private List<String> lines() {
    try {
      return Files.exists(list) ? Files.readAllLines(list) : List.of();
    } catch (IOException _) {
      // somebody else wrote there; the next run begins it anew
      return List.of();
    }
  }
}

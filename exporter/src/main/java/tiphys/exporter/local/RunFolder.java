// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.nio.file.Path;

/** Where the things of a run lie below its folder. */
final class RunFolder {
  private RunFolder() {}

  static Path artifacts(Path run) {
    return run.resolve("artifacts");
  }

  /** The whole status, as Argo writes it; it comes when the run is over. */
  static Path status(Path run) {
    return run.resolve("status.json");
  }

  static Path log(Path run, String nodeId) {
    return run.resolve("logs").resolve(fileName(nodeId) + ".log");
  }

  /** What a step works in; it is removed when the step is over. */
  static Path work(Path run, String nodeId) {
    return run.resolve("work").resolve(fileName(nodeId));
  }

  /** A volume that steps share. */
  static Path volume(Path run, String name) {
    return run.resolve("volumes").resolve(fileName(name));
  }

  private static String fileName(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
    return safe.startsWith(".") ? "_" + safe : safe;
  }
}

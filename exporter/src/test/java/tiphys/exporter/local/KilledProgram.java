// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program of its own that runs a workflow: it can be killed without killing the test. */
final class KilledProgram {
  private KilledProgram() {}

  /** Takes a folder, which holds the file wf.yaml, an engine, a search path and an isolation. */
  public static void main(String[] words) throws Exception {
    Path folder = Path.of(words[0]);
    String text = Files.readString(folder.resolve("wf.yaml"));
    RunRequest request = Trial.request(folder, text, EngineChoice.valueOf(words[1]));
    RunPreview preview = ThisComputer.preview(request, words[2]).result().orElseThrow();
    Trial.ended(preview.with(Isolation.valueOf(words[3])));
  }

  static Process start(
      Path folder, String workflow, EngineChoice engine, String searchPath, Isolation isolation)
      throws Exception {
    Files.writeString(folder.resolve("wf.yaml"), workflow);
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classes,
            KilledProgram.class.getName(),
            folder.toString(),
            engine.name(),
            searchPath + File.pathSeparator,
            isolation.name())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("program.log").toFile())
        .start();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

/** Processes of this computer that a run should not have left. */
final class Leftovers {
  private Leftovers() {}

  /** Whether every process whose words contain a mark ends within five seconds. */
  static boolean end(String mark) throws InterruptedException {
    for (int i = 0; i < 250 && isRunning(mark); i++) {
      Thread.sleep(20);
    }
    return !isRunning(mark);
  }

  static boolean isRunning(String mark) {
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().commandLine().orElse("").contains(mark));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import tiphys.app.window.TiphysWindow;

/** How long it takes from the start of a process to the first picture of the program's window. */
public final class StartBenchmark {
  private static final int REPEATED = 9;
  private static final String CHILD = "child";

  private StartBenchmark() {}

  /** Starts itself again and again, each time as the program. */
  public static void main(String[] arguments) throws IOException {
    if (List.of(arguments).contains(CHILD)) {
      Window.start();
      TiphysWindow window = Window.on(Shown::program);
      Window.frame(() -> {});
      System.out.println(window.desk().files().list().size());
      System.out.flush();
      Runtime.getRuntime().halt(0);
    }
    Times times = new Times();
    for (int i = 0; i < REPEATED; i++) {
      long begun = System.nanoTime();
      Process process = new ProcessBuilder(command()).redirectError(Redirect.DISCARD).start();
      if (process.getInputStream().read() != '1') {
        throw new IllegalStateException("the window did not come");
      }
      times.addSince(begun);
      process.onExit().join();
    }
    times.print("first window in a new process");
    System.exit(0);
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.addAll(List.of(StartBenchmark.class.getName(), CHILD));
    return command;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import tiphys.app.window.TiphysWindow;

/**
 * A folder of many files whose templates call each other's: from the wish to open it to the list of
 * all of them with every reference resolved, and how long the window's thread could not answer
 * meanwhile; then the same with one more window, for which nothing is compiled any more.
 */
public final class FolderBenchmark {
  private static final int PATIENCE_S = 120;

  private FolderBenchmark() {}

  /** Takes the number of files; 1,000 without it. */
  public static void main(String[] arguments) throws Exception {
    int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    Path folder = Files.createTempDirectory("tiphys-folder");
    for (int i = 0; i < files; i++) {
      Files.writeString(folder.resolve("template-%04d.yaml".formatted(i)), file(i, files));
    }
    Window.start();
    for (String name : new String[] {"first", "later"}) {
      measure(name, folder, files);
    }
    System.exit(0);
  }

  private static String file(int number, int files) {
    return """
        # Number %1$d of many.
        apiVersion: argoproj.io/v1alpha1
        kind: WorkflowTemplate
        metadata:
          name: template-%1$d
        spec:
          entrypoint: main
          templates:
            - name: main
              dag:
                tasks:
                  - name: own
                    template: echo
                  - name: other
                    depends: own
                    templateRef: {name: template-%2$d, template: echo}
            - name: echo
              container: {image: "alpine:3.23", command: [echo, "%1$d"]}
        """
        .formatted(number, (number + 1) % files);
  }

  private static void measure(String name, Path folder, int files) throws InterruptedException {
    TiphysWindow window = Window.on(Shown::program);
    Times answers = new Times();
    long begun = System.nanoTime();
    Window.run(() -> window.desk().openFolder(folder));
    while (!isRead(files)) {
      if (Times.since(begun) > PATIENCE_S * 1e3) {
        throw new IllegalStateException("the folder was not read");
      }
      long asked = System.nanoTime();
      Window.run(() -> {});
      answers.addSince(asked);
      Thread.sleep(2);
    }
    System.out.printf(Locale.ROOT, "%s: %,d files in %.0f ms%n", name, files, Times.since(begun));
    answers.print("  the window's thread answered after");
  }

  private static boolean isRead(int files) {
    return Window.on(
        () -> {
          Stage stage = (Stage) javafx.stage.Window.getWindows().getFirst();
          return stage.getScene().getRoot().lookup("#folder") instanceof TreeView<?> tree
              && tree.getRoot().getChildren().size() == files
              && stage.getScene().getRoot().lookup(".folder-head .progress-bar")
                  instanceof ProgressBar progress
              && !progress.isVisible();
        });
  }
}

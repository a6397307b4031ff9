// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import tiphys.app.files.Example;
import tiphys.app.window.TiphysWindow;

/** The program with its window. */
public final class TiphysApplication extends Application {
  private static volatile List<Path> filesToOpen = List.of();
  private static volatile boolean showExample;

  private final Wiring wiring = new Wiring();

  /** Opens the window and returns when it was closed. @param example whether to show an example */
  public static void launchWith(List<Path> files, boolean example) {
    filesToOpen = List.copyOf(files);
    showExample = example;
    Application.launch(TiphysApplication.class);
  }

  @Override
  public void start(Stage stage) {
    TiphysWindow window = wiring.window(stage);
    if (showExample) {
      window.desk().open(Example.DIAMOND);
    } else if (filesToOpen.isEmpty()) {
      window.desk().create();
      window.desk().session().forEach(window.desk()::open);
    }
    filesToOpen.forEach(window.desk()::open);
    window.recover();
    window.show();
  }

  @Override
  public void stop() {
    wiring.stop();
  }
}

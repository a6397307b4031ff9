// SPDX-License-Identifier: Apache-2.0
package tiphys.app.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;
import tiphys.app.theme.Theme;
import tiphys.app.theme.ThemeChoice;

/** A window with one view in it, on the headless platform. */
public final class Screen {
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final int MOST_PULSES = 200;

  private final Stage stage;
  private final Scene scene;

  private Screen(Stage stage, Scene scene) {
    this.stage = stage;
    this.scene = scene;
  }

  /** Shows what is made on the window's thread. */
  public static Screen show(Supplier<Node> view, double width, double height, ThemeChoice theme) {
    try {
      FxToolkit.registerPrimaryStage();
      Screen screen =
          onWindow(
              () -> {
                // the headless platform cannot resize a window that is larger than its screen, as
                // an earlier test may have left one
                Stage stage = new Stage();
                Parent root = new StackPane(view.get());
                Scene scene = new Scene(root, width, height);
                new Theme(new SimpleObjectProperty<>(theme)).dress(scene);
                stage.setScene(scene);
                stage.show();
                return new Screen(stage, scene);
              });
      screen.settle();
      return screen;
    } catch (java.util.concurrent.TimeoutException late) {
      throw new IllegalStateException("the window did not come", late);
    }
  }

  /** A window that was opened already. */
  public static Screen of(Stage stage) {
    Screen screen = new Screen(stage, stage.getScene());
    screen.settle();
    return screen;
  }

  /** Runs on the window's thread and waits for the result. */
  public static <T> T onWindow(Supplier<T> work) {
    if (Platform.isFxApplicationThread()) {
      return work.get();
    }
    return CompletableFuture.supplyAsync(work, Platform::runLater).join();
  }

  /** Runs on the window's thread and waits. */
  public static void doOnWindow(Runnable work) {
    if (Platform.isFxApplicationThread()) {
      work.run();
      return;
    }
    CompletableFuture.runAsync(work, Platform::runLater).join();
  }

  /** Waits until what was asked for is laid out and drawn. */
  public void settle() {
    for (int i = 0; i < 3; i++) {
      doOnWindow(() -> {});
      onWindow(() -> scene.snapshot(null));
    }
  }

  /** Waits until no picture of a canvas is a coarse one any more. */
  public void awaitFinePicture() {
    for (int i = 0; i < MOST_PULSES && onWindow(this::isCoarse); i++) {
      settle();
    }
  }

  private boolean isCoarse() {
    return scene.getRoot().lookupAll(".coarse-picture").stream().anyMatch(Node::isVisible);
  }

  public Scene scene() {
    return scene;
  }

  public Stage stage() {
    return stage;
  }

  /** Leaves a picture for people to look at. */
  public void picture(String name) {
    settle();
    awaitFinePicture();
    pictureOf(scene, name);
  }

  /** Leaves a picture of another scene, of a popup for example. */
  public static void pictureOf(Scene pictured, String name) {
    WritableImage image = onWindow(() -> pictured.snapshot(null));
    try {
      Files.createDirectories(PICTURES);
      ImageIO.write(
          SwingFXUtils.fromFXImage(image, null), "png", PICTURES.resolve(name + ".png").toFile());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public <T extends Node> T find(String selector, Class<T> type) {
    return type.cast(onWindow(() -> scene.getRoot().lookup(selector)));
  }
}

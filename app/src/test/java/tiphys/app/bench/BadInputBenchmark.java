// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import tiphys.app.canvas.CanvasBench;
import tiphys.app.screen.BadInput;
import tiphys.app.window.TiphysWindow;

/**
 * How long files that nobody thinks of take from the wish to open them to their picture in the
 * program's window, and for how long its thread could not answer meanwhile.
 */
public final class BadInputBenchmark {
  private static final int BEAT_MS = 5;

  private BadInputBenchmark() {}

  public static void main(String[] arguments) {
    Window.start();
    TiphysWindow window = Window.on(Shown::program);
    Window.frame(() -> {});
    Heart heart = new Heart();
    System.out.printf(
        Locale.ROOT, "%-32s %12s %22s%n", "file", "picture", "longest without answer");
    for (BadInput input : BadInput.values()) {
      Path file = written(input);
      heart.longest.set(0);
      Window.Frame frame =
          Window.frame(
              () -> window.desk().open(file),
              () ->
                  window.desk().files().at(file).isPresent()
                      && CanvasBench.modelIn(Shown.scene())
                          .filter(model -> !CanvasBench.isEmpty(model))
                          .isPresent());
      pause();
      System.out.printf(
          Locale.ROOT,
          "%-32s %,9.0f ms %,19.0f ms%n",
          input.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          frame.whole(),
          heart.longest.get() / 1e6);
      Window.run(() -> window.desk().files().shown().get().ifPresent(window.desk()::close));
    }
    System.exit(0);
  }

  /** What comes a little later, such as checks and lists, belongs to it too. */
  private static void pause() {
    try {
      Thread.sleep(1_500);
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  private static Path written(BadInput input) {
    try {
      Path folder = Files.createTempDirectory("tiphys-bench");
      folder.toFile().deleteOnExit();
      return Files.writeString(folder.resolve("bad.yaml"), input.text());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Asks the window's thread again and again, and keeps the longest wait for its answer. */
  private static final class Heart {
    private final AtomicLong longest = new AtomicLong();

    Heart() {
      Thread.ofPlatform().daemon().start(this::beat);
    }

    private void beat() {
      while (true) {
        long asked = System.nanoTime();
        var answer = new java.util.concurrent.CompletableFuture<Void>();
        Platform.runLater(() -> answer.complete(null));
        answer.join();
        longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
        try {
          Thread.sleep(BEAT_MS);
        } catch (InterruptedException ended) {
          return;
        }
      }
    }
  }
}

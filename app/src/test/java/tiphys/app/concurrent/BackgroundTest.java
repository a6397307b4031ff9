// SPDX-License-Identifier: Apache-2.0
package tiphys.app.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final Deque<Runnable> worker = new ArrayDeque<>();
  private final List<String> received = new ArrayList<>();
  private final Background background = new Background(worker::add, Runnable::run);

  @Test
  void onlyTheNewestRequestIsAnswered() {
    Background.Newest layouts = background.newest();

    layouts.run(() -> "old", received::add);
    layouts.run(() -> "new", received::add);
    worker.forEach(Runnable::run);

    assertEquals(List.of("new"), received);
  }

  @Test
  void aResultThatWasOvertakenWhileItWasMadeIsDropped() {
    Background.Newest layouts = background.newest();

    layouts.run(
        () -> {
          layouts.drop();
          return "late";
        },
        received::add);
    worker.forEach(Runnable::run);

    assertEquals(List.of(), received);
  }
}

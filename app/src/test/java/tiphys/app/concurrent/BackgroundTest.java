// SPDX-License-Identifier: Apache-2.0
package tiphys.app.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.collections.ListChangeListener;
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

  @Test
  void whatTakesLongerThanAMomentIsToldUntilItIsDone() throws InterruptedException {
    Background.Told what = Background.Told.of("window.waiting.open", "a.yaml");
    CountDownLatch told = new CountDownLatch(1);
    background.goingOn().addListener((ListChangeListener<Background.Work>) _ -> told.countDown());

    background.run(what, () -> "done", received::add, () -> received.add("given up"));
    assertTrue(told.await(20, TimeUnit.SECONDS));
    assertEquals(what, background.goingOn().getFirst().what());
    worker.forEach(Runnable::run);

    assertEquals(List.of("done"), received);
    assertEquals(List.of(), background.goingOn());
  }

  @Test
  void whatWaitsForOthersIsBrokenOffWhenItIsGivenUpAndToldWithTheRest() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch brokenOff = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Background waiting = background.waiting(threads);
      Background.Work work =
          waiting.run(
              Background.Told.of("window.waiting.open", "a.yaml"),
              () -> {
                begun.countDown();
                try {
                  never.await();
                } catch (InterruptedException _) {
                  brokenOff.countDown();
                }
                return "late";
              },
              received::add,
              () -> received.add("given up"));
      assertTrue(begun.await(20, TimeUnit.SECONDS));
      while (!background.goingOn().contains(work)) {
        Thread.sleep(10);
      }
      work.giveUp();
      assertTrue(brokenOff.await(20, TimeUnit.SECONDS));
    }

    assertEquals(List.of("given up"), received);
    assertEquals(List.of(), background.goingOn());
  }

  @Test
  void whatIsGivenUpIsNotWaitedFor() {
    Background.Told what = Background.Told.of("window.waiting.open", "a.yaml");

    background.run(what, () -> "late", received::add, () -> received.add("given up")).giveUp();
    worker.forEach(Runnable::run);

    assertEquals(List.of("given up"), received);
  }
}

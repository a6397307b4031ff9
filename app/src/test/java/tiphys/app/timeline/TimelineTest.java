// SPDX-License-Identifier: Apache-2.0
package tiphys.app.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.graph.NodeId;
import tiphys.model.run.NodePhase;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.RunTask;

/** What a timeline makes of a run. */
final class TimelineTest {
  private final TimelineRows rows = TimelineRows.of(TimedRun.ofEverything());

  @Test
  void everyNodeStandsBelowWhatItIsIn() {
    assertEquals(
        List.of(
            "flow",
            " fetch",
            " work",
            "  work(0:a)",
            "  work(1:b)",
            "   work(1:b)(0)",
            "   work(1:b)(1)",
            "  work(2:c)",
            " more",
            "  deep",
            "  last"),
        rows.rows().stream()
            .map(row -> " ".repeat(row.depth()) + row.node().displayName())
            .toList());
    assertEquals(7, rows.rows().get(2).last());
  }

  @Test
  void linesLeadFromWhatHadToEndAndNotIntoWhatIsWithin() {
    assertEquals(List.of(1), rows.rows().get(2).before());
    assertEquals(List.of(2), rows.rows().get(1).after());
    assertEquals(List.of(3, 6, 7), rows.rows().get(8).before());
    assertEquals(List.of(), rows.rows().get(3).before());
  }

  @Test
  void itemsAttemptsAndWhatIsDeeperKnowTheTaskTheyBelongTo() {
    assertEquals(Optional.of(new RunTask("main", new NodeId("work"))), rows.rows().get(6).task());
    assertEquals(Optional.of(new RunTask("inner", new NodeId("deep"))), rows.rows().get(9).task());
    assertEquals(Optional.empty(), rows.rows().get(0).task());
  }

  @Test
  void onlyANodeThatWasSeenWaitingIsToldToHaveWaited() {
    Waits waits = new Waits();
    waits.see(pod(NodePhase.PENDING), TimedRun.START.plusSeconds(1));
    waits.see(pod(NodePhase.RUNNING), TimedRun.START.plusSeconds(9));
    waits.see(pod(NodePhase.SUCCEEDED), TimedRun.START.plusSeconds(20));
    String id = pod(NodePhase.RUNNING).nodes().keySet().iterator().next();
    assertEquals(Optional.of(TimedRun.START.plusSeconds(9)), waits.begun(id));
    Waits late = new Waits();
    late.see(pod(NodePhase.RUNNING), TimedRun.START.plusSeconds(9));
    assertEquals(Optional.empty(), late.begun(id));
  }

  @Test
  void momentsThatAreLabelledAreApartAtEveryZoom() {
    for (double perSecond = TimeScale.LEAST; perSecond <= TimeScale.MOST; perSecond *= 1.7) {
      TimeScale scale = new TimeScale(TimedRun.START, perSecond, 0);
      assertTrue(scale.step() * perSecond >= 78, Double.toString(perSecond));
    }
  }

  @Test
  void whatIsUnderThePointerStaysThereWhileZooming() {
    TimeScale scale = new TimeScale(TimedRun.START, 10, 100);
    Instant pointed = TimedRun.START.plusSeconds(25);
    assertEquals(scale.x(pointed), scale.zoomed(2, 150).x(pointed), 1e-6);
  }

  @Test
  void tenThousandNodesAreGoneThroughByKey() {
    TimedRun many = new TimedRun().node("flow", "DAG", "main", "", NodePhase.RUNNING, 0, 9000);
    for (int i = 0; i < 10_000; i++) {
      many.node(
          String.format(Locale.ROOT, "flow.t%05d", i),
          "Pod",
          "sh",
          "flow",
          i % 97 == 5 ? NodePhase.FAILED : NodePhase.SUCCEEDED,
          i / 2,
          i / 2 + 40 + i % 13);
    }
    Messages messages = Messages.in(Language.ENGLISH);
    TimelineRows all = TimelineRows.of(many.snapshot(NodePhase.SUCCEEDED, 9000));
    TimelineChart[] chart = new TimelineChart[1];
    Screen screen =
        Screen.show(
            () -> {
              chart[0] = new TimelineChart(messages, () -> TimedRun.START);
              chart[0].show(all, new Waits());
              return chart[0];
            },
            900,
            300,
            ThemeChoice.LIGHT);
    Screen.doOnWindow(chart[0]::requestFocus);
    new Hand(screen, chart[0]).type(KeyCode.END);
    assertEquals("t09999", Screen.onWindow(() -> chart[0].chosen().orElseThrow().displayName()));
    new Hand(screen, chart[0]).type(KeyCode.UP, KeyCode.PAGE_UP, KeyCode.PLUS, KeyCode.RIGHT);
    screen.picture("timeline-10000");
    new Hand(screen, chart[0]).type(KeyCode.HOME, KeyCode.DIGIT0);
    assertEquals("flow", Screen.onWindow(() -> chart[0].chosen().orElseThrow().displayName()));
    Stage stage = screen.stage();
    Screen.doOnWindow(stage::hide);
  }

  private static RunSnapshot pod(NodePhase phase) {
    int end = phase.isFinished() ? 20 : -1;
    return new TimedRun().node("flow", "Pod", "sh", "", phase, 0, end).snapshot(phase, end);
  }
}

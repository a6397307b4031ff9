// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tiphys.exporter.cluster.LogStream.LogLine;

final class LogPositionTest {
  private final LogPosition position = new LogPosition();

  @Test
  void ofOneMomentEachLineIsTakenAsOftenAsItWasPrinted() {
    assertTrue(takes("01.5 a"));
    assertTrue(takes("01.5 a"));
    assertTrue(takes("01.5 b"));

    position.readAgain();

    assertFalse(takes("01.5 a"));
    assertFalse(takes("01.5 a"));
    assertFalse(takes("01.5 b"));
    assertTrue(takes("01.5 a"));
    assertTrue(takes("01.6 a"));
  }

  @Test
  void whatIsOlderIsKnownOnlyWhereItIsReadAgain() {
    assertTrue(takes("02 out"));
    assertTrue(takes("01.9 err"));

    position.readAgain();

    assertFalse(takes("01.9 err"));
    assertFalse(takes("02 out"));
    assertTrue(takes("03 out"));
    assertTrue(takes("02.9 err"));
  }

  @Test
  void eachPodHasAPositionOfItsOwn() {
    assertTrue(position.takes(LogLine.timed("one", "2026-11-25T00:00:05Z late")));
    assertTrue(position.takes(LogLine.timed("two", "2026-11-25T00:00:01Z early")));
    assertEquals(
        Map.of(
            "one",
            Instant.parse("2026-11-25T00:00:05Z"),
            "two",
            Instant.parse("2026-11-25T00:00:01Z")),
        position.times());
  }

  @Test
  void aLineWithoutATimeIsAlwaysTaken() {
    assertTrue(position.takes(LogLine.timed("one", "no time")));
    position.readAgain();
    assertTrue(position.takes(LogLine.timed("one", "no time")));
    assertEquals("no time", LogLine.timed("one", "no time").text());
    assertEquals("", LogLine.timed("one", "2026-11-25T00:00:05Z").text());
  }

  private boolean takes(String line) {
    return position.takes(LogLine.timed("one", "2026-11-25T00:00:" + line.replace(" ", "Z ")));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimesTest {
  private static final ZonedDateTime WEDNESDAY =
      ZonedDateTime.of(2026, 11, 25, 10, 17, 30, 0, ZoneId.of("UTC"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          0 3 * * *          ; 2026-11-26T03:00 2026-11-27T03:00
          */20 * * * *       ; 2026-11-25T10:20 2026-11-25T10:40
          5/30 9-10 * * *    ; 2026-11-25T10:35 2026-11-26T09:05
          30 2 * * MON-FRI   ; 2026-11-26T02:30 2026-11-27T02:30
          0 0 1 jan ?        ; 2027-01-01T00:00 2028-01-01T00:00
          0 12 13 * 5        ; 2026-11-27T12:00 2026-12-04T12:00
          0 0 */25 * FRI      ; 2026-11-26T00:00 2026-11-27T00:00
          0 0 29 2 *         ; 2028-02-29T00:00
          @hourly            ; 2026-11-25T11:00 2026-11-25T12:00
          TZ=UTC 15 10 1,25 * * ; 2026-12-01T10:15 2026-12-25T10:15
          """)
  void theNextMomentsAreThoseThatArgoStartsAt(String schedule, String moments) {
    List<String> next =
        CronTimes.of(schedule).orElseThrow().after(WEDNESDAY, 2).stream()
            .map(at -> at.toLocalDateTime().toString())
            .toList();

    assertEquals(List.of(moments.split(" ", -1)), next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0 3 * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * * 13 *",
        "* * * * 7",
        "5-1 * * * *",
        "*/0 * * * *",
        "a * * * *",
        "1,, * * * *",
        "0 0 3 * * *",
        "1/2/3 * * * *"
      })
  void whatArgoWouldRefuseNamesNoMoments(String schedule) {
    assertEquals(Optional.empty(), CronTimes.of(schedule));
  }

  @Test
  void aDayThatNeverComesNamesNoMoments() {
    assertEquals(List.of(), CronTimes.of("0 0 30 2 *").orElseThrow().after(WEDNESDAY, 3));
  }

  @Test
  void anHourThatSummerTimeLeavesOutIsNotNamed() {
    ZonedDateTime before = ZonedDateTime.of(2026, 3, 28, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));
    List<ZonedDateTime> next = CronTimes.of("30 2 * * *").orElseThrow().after(before, 1);

    assertEquals("2026-03-30T02:30+02:00[Europe/Berlin]", next.getFirst().toString());
    assertTrue(next.getFirst().isAfter(before));
  }
}

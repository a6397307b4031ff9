// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tiphys.model.workflow.CronSchedule.Rhythm;

class CronScheduleTest {
  private static final LocalTime MIDNIGHT = LocalTime.of(0, 0);

  @Test
  void theCommonRhythmsAreUnderstood() {
    assertRhythm(new Rhythm.Minutes(1), "* * * * *");
    assertRhythm(new Rhythm.Minutes(15), "*/15 * * * *");
    assertRhythm(new Rhythm.Hours(1, 0), "@hourly");
    assertRhythm(new Rhythm.Hours(6, 30), "30 */6 * * *");
    assertRhythm(new Rhythm.Daily(LocalTime.of(2, 5)), "5 2 * * *");
    assertRhythm(new Rhythm.Daily(MIDNIGHT), "@midnight");
    assertRhythm(new Rhythm.Monthly(1, MIDNIGHT), "@monthly");
    assertRhythm(new Rhythm.Yearly(12, 24, LocalTime.of(18, 0)), "0 18 24 DEC *");
    assertRhythm(new Rhythm.Duration("1h30m"), "@every 1h30m");
  }

  @Test
  void daysOfTheWeekAreUnderstoodAsNumbersNamesListsAndRanges() {
    assertRhythm(
        new Rhythm.Weekly(List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), MIDNIGHT),
        "0 0 * * mon-fri");
    assertRhythm(new Rhythm.Weekly(List.of(MONDAY, SUNDAY), MIDNIGHT), "0 0 * * 0,1");
    assertRhythm(new Rhythm.Weekly(List.of(SUNDAY), MIDNIGHT), "0 0 * * 7");
  }

  @Test
  void aTimeZoneBeforeTheFieldsIsPassedOver() {
    assertRhythm(new Rhythm.Daily(MIDNIGHT), "CRON_TZ=Asia/Tokyo 0 0 * * *");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0 0 1,15 * *",
        "0 25 * * *",
        "0-5 0 * * *",
        "0 0 13 * 5",
        "0 0 * * fri-mon",
        "0 0 0 * * *",
        "{{x}}",
        "99 * * * *"
      })
  void whateverElseIsWrittenHasNoRhythmAndIsKeptAsText(String text) {
    assertEquals(new CronSchedule(text, Optional.empty()), CronSchedule.of(text));
  }

  private static void assertRhythm(Rhythm expected, String text) {
    assertEquals(Optional.of(expected), CronSchedule.of(text).rhythm(), text);
  }
}

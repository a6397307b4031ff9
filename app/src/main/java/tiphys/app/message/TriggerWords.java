// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tiphys.model.workflow.CronSchedule;
import tiphys.model.workflow.CronSchedule.Rhythm;
import tiphys.model.workflow.CronTimes;
import tiphys.model.workflow.ResourceReference;
import tiphys.model.workflow.Trigger;

/** What starts a workflow by itself, in words: “every Monday at 02:30 (Asia/Tokyo)”. */
public final class TriggerWords {
  private final Messages messages;

  public TriggerWords(Messages messages) {
    this.messages = messages;
  }

  public String of(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Cron cron -> cron(cron);
      case Trigger.Event event ->
          messages.text(
              "trigger.event",
              event.submits().map(ResourceReference::name).orElse(""),
              event.selector().isPresent() ? 1 : 0,
              event.selector().orElse(""));
    };
  }

  private String cron(Trigger.Cron cron) {
    if (cron.schedules().isEmpty()) {
      return messages.text("trigger.never");
    }
    String times =
        cron.schedules().stream()
            .map(this::schedule)
            .collect(Collectors.joining(messages.text("trigger.and")));
    String zoned =
        cron.timezone().map(zone -> messages.text("trigger.zone", times, zone)).orElse(times);
    return cron.isSuspended() ? messages.text("trigger.suspended", zoned) : zoned;
  }

  /** One schedule by itself. */
  public String of(CronSchedule schedule) {
    return schedule(schedule);
  }

  /**
   * When the first of several schedules fires next, for example “next tomorrow at 02:30”, in the
   * zone of the moment that is now; absent where that cannot be told.
   *
   * @param timezone of the schedules; empty for that of the controller, which is UTC
   */
  public Optional<String> next(List<String> schedules, String timezone, ZonedDateTime now) {
    return zone(timezone)
        .flatMap(
            zone ->
                schedules.stream()
                    .flatMap(each -> CronTimes.of(each).stream())
                    .flatMap(times -> times.after(now.withZoneSameInstant(zone), 1).stream())
                    .min(Comparator.naturalOrder()))
        .map(at -> at.withZoneSameInstant(now.getZone()))
        .map(at -> next(at, now));
  }

  private static Optional<ZoneId> zone(String timezone) {
    try {
      return Optional.of(timezone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(timezone));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private String next(ZonedDateTime at, ZonedDateTime now) {
    LocalTime time = at.toLocalTime();
    if (at.toLocalDate().equals(now.toLocalDate())) {
      return messages.text("trigger.next-today", time);
    }
    if (at.toLocalDate().equals(now.toLocalDate().plusDays(1))) {
      return messages.text("trigger.next-tomorrow", time);
    }
    return messages.text(
        "trigger.next-date",
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(messages.language().locale())
            .format(at),
        time);
  }

  private String schedule(CronSchedule schedule) {
    return schedule
        .rhythm()
        .map(this::rhythm)
        .orElseGet(() -> messages.text("trigger.other", schedule.text()));
  }

  private String rhythm(Rhythm rhythm) {
    return switch (rhythm) {
      case Rhythm.Minutes(int every) -> messages.text("trigger.minutes", every);
      case Rhythm.Hours(int every, int minute) -> messages.text("trigger.hours", every, minute);
      case Rhythm.Daily(LocalTime at) -> messages.text("trigger.daily", at);
      case Rhythm.Weekly(List<DayOfWeek> days, LocalTime at) ->
          messages.text("trigger.weekly", days(days), at);
      case Rhythm.Monthly(int day, LocalTime at) -> messages.text("trigger.monthly", day, at);
      case Rhythm.Yearly(int month, int day, LocalTime at) ->
          messages.text("trigger.yearly", month(month), day, at);
      case Rhythm.Duration(String every) -> messages.text("trigger.duration", every);
    };
  }

  private String days(List<DayOfWeek> days) {
    boolean isRun =
        days.size() > 2
            && days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
    if (isRun) {
      return messages.text("trigger.to", day(days.getFirst()), day(days.getLast()));
    }
    return days.stream().map(this::day).collect(Collectors.joining(messages.text("trigger.comma")));
  }

  private String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, messages.language().locale());
  }

  private String month(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, messages.language().locale());
  }
}

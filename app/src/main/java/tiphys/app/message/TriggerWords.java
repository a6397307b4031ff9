// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import tiphys.model.workflow.CronSchedule;
import tiphys.model.workflow.CronSchedule.Rhythm;
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

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import tiphys.model.workflow.CronSchedule.Rhythm;

/** Reads the standard form of robfig/cron: five fields, or a word behind an at sign. */
final class CronRhythms {
  private static final String ANY = "*";
  private static final List<String> DAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
  private static final List<String> MONTHS =
      List.of(
          "", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private CronRhythms() {}

  static Optional<Rhythm> of(String text) {
    String bare = bare(text);
    if (bare.startsWith("@every ")) {
      return Optional.of(new Rhythm.Duration(bare.substring("@every ".length()).strip()));
    }
    String[] fields = bare.split("\\s+");
    return fields.length == 5 ? ofFields(fields) : Optional.empty();
  }

  /** Without a time zone in front, and a word as the five fields that it stands for. */
  static String bare(String text) {
    return written(text.strip().replaceFirst("^(CRON_)?TZ=\\S+\\s+", ""));
  }

  private static String written(String bare) {
    return switch (bare) {
      case "@yearly", "@annually" -> "0 0 1 1 *";
      case "@monthly" -> "0 0 1 * *";
      case "@weekly" -> "0 0 * * 0";
      case "@daily", "@midnight" -> "0 0 * * *";
      case "@hourly" -> "0 * * * *";
      default -> bare;
    };
  }

  private static Optional<Rhythm> ofFields(String[] fields) {
    String minute = fields[0];
    String hour = fields[1];
    boolean isEveryDay = isAny(fields[2]) && isAny(fields[3]) && isAny(fields[4]);
    Optional<Integer> fixedMinute = number(minute, 0, 59, List.of());
    if (isEveryDay && isAny(hour) && fixedMinute.isEmpty()) {
      return step(minute, 59).map(Rhythm.Minutes::new);
    }
    if (fixedMinute.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> fixedHour = number(hour, 0, 23, List.of());
    if (fixedHour.isEmpty()) {
      return isEveryDay
          ? step(hour, 23).map(every -> new Rhythm.Hours(every, fixedMinute.get()))
          : Optional.empty();
    }
    return onDays(fields, LocalTime.of(fixedHour.get(), fixedMinute.get()));
  }

  private static Optional<Rhythm> onDays(String[] fields, LocalTime at) {
    if (!isAny(fields[4])) {
      return isAny(fields[2]) && isAny(fields[3])
          ? days(fields[4]).map(days -> new Rhythm.Weekly(days, at))
          : Optional.empty();
    }
    if (isAny(fields[2])) {
      return isAny(fields[3]) ? Optional.of(new Rhythm.Daily(at)) : Optional.empty();
    }
    Optional<Integer> day = number(fields[2], 1, 31, List.of());
    if (isAny(fields[3])) {
      return day.map(on -> new Rhythm.Monthly(on, at));
    }
    Optional<Integer> month = number(fields[3], 1, 12, MONTHS);
    return day.flatMap(on -> month.map(in -> new Rhythm.Yearly(in, on, at)));
  }

  private static boolean isAny(String field) {
    return field.equals(ANY) || field.equals("?");
  }

  /** {@code *} is every one, and {@code *}{@code /n} every n-th. */
  private static Optional<Integer> step(String field, int most) {
    if (isAny(field)) {
      return Optional.of(1);
    }
    return field.startsWith("*/")
        ? number(field.substring(2), 1, most, List.of())
        : Optional.empty();
  }

  /** A list of days and ranges of days, for example {@code MON-FRI} or {@code 1,3,5}. */
  private static Optional<List<DayOfWeek>> days(String field) {
    TreeSet<DayOfWeek> found = new TreeSet<>();
    for (String part : field.split(",", -1)) {
      String[] ends = part.split("-", -1);
      Optional<Integer> first = number(ends[0], 0, 7, DAYS);
      Optional<Integer> last = number(ends[ends.length - 1], 0, 7, DAYS);
      if (ends.length > 2 || first.isEmpty() || last.isEmpty() || first.get() > last.get()) {
        return Optional.empty();
      }
      for (int day = first.get(); day <= last.get(); day++) {
        found.add(DayOfWeek.of(day == 0 ? 7 : day));
      }
    }
    return Optional.of(new ArrayList<>(found));
  }

  private static Optional<Integer> number(String field, int least, int most, List<String> names) {
    int named = names.indexOf(field.toUpperCase(Locale.ROOT));
    if (named >= 0 && !field.isEmpty()) {
      return Optional.of(named);
    }
    if (!field.matches("[0-9]{1,2}")) {
      return Optional.empty();
    }
    int value = Integer.parseInt(field);
    return value >= least && value <= most ? Optional.of(value) : Optional.empty();
  }
}

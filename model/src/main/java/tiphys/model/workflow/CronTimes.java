// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The moments that a cron schedule names, by the rules of Argo's reader (robfig/cron v3, its
 * standard form): five fields of lists, ranges and steps, names of months and days, and {@code ?}
 * for {@code *}. Where both the day of the month and the day of the week are narrowed, either will
 * do.
 */
public final class CronTimes {
  private static final int YEARS_AHEAD = 5;
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final List<String> MONTHS =
      List.of(
          "", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet daysOfMonth;
  private final BitSet months;
  private final BitSet daysOfWeek;
  private final boolean isEitherDay;

  private CronTimes(List<BitSet> fields, boolean isEitherDay) {
    this.minutes = fields.get(0);
    this.hours = fields.get(1);
    this.daysOfMonth = fields.get(2);
    this.months = fields.get(3);
    this.daysOfWeek = fields.get(4);
    this.isEitherDay = isEitherDay;
  }

  /** Empty where the text is no schedule, and for {@code @every}, which names no moments. */
  public static Optional<CronTimes> of(String text) {
    String[] fields = CronRhythms.bare(text).split("\\s+", -1);
    if (fields.length != 5) {
      return Optional.empty();
    }
    List<Optional<BitSet>> read =
        List.of(
            field(fields[0], 0, 59, List.of()),
            field(fields[1], 0, 23, List.of()),
            field(fields[2], 1, 31, List.of()),
            field(fields[3], 1, 12, MONTHS),
            field(fields[4], 0, 6, DAYS));
    if (read.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    boolean isEither = !isOpen(fields[2]) && !isOpen(fields[4]);
    return Optional.of(new CronTimes(read.stream().map(Optional::get).toList(), isEither));
  }

  private static boolean isStar(String range) {
    return range.equals("*") || range.equals("?");
  }

  /** A star with a step narrows the days, as a list of them does. */
  private static boolean isOpen(String field) {
    return Arrays.stream(field.split(",", -1))
        .anyMatch(part -> isStar(part.replaceFirst("/1$", "")));
  }

  private static Optional<BitSet> field(String text, int least, int most, List<String> names) {
    BitSet all = new BitSet(most + 1);
    for (String part : text.split(",", -1)) {
      String[] stepped = part.split("/", -1);
      Optional<Integer> step = stepped.length == 1 ? Optional.of(1) : number(stepped[1], List.of());
      String[] ends = isStar(stepped[0]) ? new String[0] : stepped[0].split("-", -1);
      Optional<Integer> first = ends.length == 0 ? Optional.of(least) : number(ends[0], names);
      Optional<Integer> last =
          ends.length == 0 || ends.length == 1 && stepped.length == 2
              ? Optional.of(most)
              : number(ends[ends.length - 1], names);
      boolean isGood =
          stepped.length <= 2
              && ends.length <= 2
              && step.filter(by -> by > 0).isPresent()
              && first.filter(from -> from >= least).isPresent()
              && last.filter(to -> to <= most && to >= first.orElse(0)).isPresent();
      if (!isGood) {
        return Optional.empty();
      }
      for (int at = first.get(); at <= last.get(); at += step.get()) {
        all.set(at);
      }
    }
    return Optional.of(all);
  }

  private static Optional<Integer> number(String text, List<String> names) {
    int named = text.isEmpty() ? -1 : names.indexOf(text.toUpperCase(Locale.ROOT));
    if (named >= 0) {
      return Optional.of(named);
    }
    return text.matches("\\d{1,2}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  /**
   * The moments behind another, the earliest first; fewer than wanted where there are no more in
   * the next five years, as for the 30th of February. An hour that summer time leaves out is not
   * named.
   */
  public List<ZonedDateTime> after(ZonedDateTime moment, int most) {
    List<ZonedDateTime> found = new ArrayList<>();
    ZonedDateTime at = moment.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    ZonedDateTime end = moment.plusYears(YEARS_AHEAD);
    while (found.size() < most && at.isBefore(end)) {
      if (!months.get(at.getMonthValue())) {
        at = at.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay(at.getZone());
      } else if (!isOnDay(at)) {
        at = at.toLocalDate().plusDays(1).atStartOfDay(at.getZone());
      } else if (!hours.get(at.getHour())) {
        at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      } else {
        if (minutes.get(at.getMinute())) {
          found.add(at);
        }
        at = at.plusMinutes(1);
      }
    }
    return found;
  }

  private boolean isOnDay(ZonedDateTime at) {
    boolean isOfMonth = daysOfMonth.get(at.getDayOfMonth());
    boolean isOfWeek = daysOfWeek.get(at.getDayOfWeek().getValue() % 7);
    return isEitherDay ? isOfMonth || isOfWeek : isOfMonth && isOfWeek;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a text that can only be read in part does not say any more, kept from the last form. */
final class LostRows {
  private LostRows() {}

  /**
   * The last whole sheet with what can be read now; the rows that cannot are marked as {@link
   * Field.Mark#LOST}. All stay in their order, so that nothing moves in the form.
   *
   * @param now what is read now of a page; empty where all of it is lost
   */
  static Sheet keptOf(Sheet last, Function<Sheet.Page, Optional<Sheet.Page>> now) {
    List<Sheet.Page> pages =
        last.pages().stream().map(page -> merged(now.apply(page), page)).toList();
    return new Sheet(last.glyph(), last.title(), last.subtitle(), pages, last.chosen());
  }

  private static Sheet.Page merged(Optional<Sheet.Page> now, Sheet.Page last) {
    Map<String, List<Field>> read = new LinkedHashMap<>();
    now.ifPresent(
        page -> page.sections().forEach(section -> read.put(section.title(), section.fields())));
    List<Sheet.Section> sections = new ArrayList<>();
    for (Sheet.Section section : last.sections()) {
      List<Field> known = Optional.ofNullable(read.remove(section.title())).orElse(List.of());
      sections.add(new Sheet.Section(section.title(), merged(known, section.fields())));
    }
    read.forEach((title, fields) -> sections.add(new Sheet.Section(title, fields)));
    Sheet.Page base = now.orElse(last);
    return new Sheet.Page(base.key(), base.subject(), base.definition(), sections);
  }

  private static List<Field> merged(List<Field> now, List<Field> last) {
    Map<String, Field> read =
        now.stream().collect(Collectors.toMap(Field::id, field -> field, (one, _) -> one));
    List<Field> rows = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Field was : last) {
      Field is = read.get(was.id());
      boolean isLost = is == null || was.is(Field.Mark.SET) && !is.is(Field.Mark.SET);
      rows.add(isLost ? was.with(Field.Mark.LOST) : is);
      ids.add(was.id());
    }
    int after = 0;
    for (Field field : now) {
      int known = ids.indexOf(field.id());
      if (known < 0) {
        rows.add(after, field);
        ids.add(after, field.id());
        known = after;
      }
      after = known + 1;
    }
    return rows;
  }
}

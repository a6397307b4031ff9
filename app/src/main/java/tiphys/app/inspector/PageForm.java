// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one page. Another state of it changes only the rows that became others: the one that
 * somebody types in keeps the keyboard, its letters and its place in the view.
 */
final class PageForm extends ScrollPane {
  private final VBox column = new VBox();
  private final FieldFinder finder;
  private final FieldActions actions;
  private final Map<String, Label> headings = new HashMap<>();
  private Map<String, FieldEditor> rows = new HashMap<>();
  private Sheet.Page page;

  PageForm(Sheet.Page page, FieldActions actions) {
    this.page = page;
    this.actions = actions;
    this.finder = new FieldFinder(actions.messages(), this::index, actions.open());
    column.getStyleClass().add("inspector-form");
    setContent(column);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    fill();
  }

  private FieldIndex index() {
    return FieldIndex.of(page.definition(), page.subject().place());
  }

  /** Whether another page is one of the same thing. */
  boolean isOf(Sheet.Page other) {
    return page.key().equals(other.key())
        && page.subject().owner().equals(other.subject().owner())
        && page.definition().equals(other.definition());
  }

  Optional<FieldEditor> row(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** The row that has the keyboard. */
  Optional<FieldEditor> rowInUse() {
    return rows.values().stream().filter(FieldEditor::isInUse).findFirst();
  }

  void find() {
    finder.requestFocus();
  }

  void show(Sheet.Page next) {
    boolean isSame = next.sections().equals(page.sections());
    page = next;
    finder.forget();
    if (isSame) {
      return;
    }
    Optional<FieldEditor> inUse = rowInUse();
    double top = inUse.map(this::topOf).orElse(0.0);
    boolean isOther = fill();
    if (isOther && inUse.isPresent()) {
      keep(again(inUse.get()), top);
    }
  }

  /** Where a row was replaced, the other takes over the keyboard and what was typed. */
  private FieldEditor again(FieldEditor before) {
    FieldEditor now = rows.getOrDefault(before.field().id(), before);
    if (!now.equals(before)) {
      applyCss(); // what is in no window takes no keys
      layout();
      now.follow(before);
    }
    return now;
  }

  /** Whether any row came or went. */
  private boolean fill() {
    Map<String, FieldEditor> before = rows;
    rows = new HashMap<>();
    List<Node> wanted = new ArrayList<>(List.of(finder));
    for (Sheet.Section section : page.sections()) {
      if (!section.title().isEmpty()) {
        wanted.add(headings.computeIfAbsent(section.title(), PageForm::heading));
      }
      for (Field field : section.fields()) {
        FieldEditor row = row(field, before.get(field.id()));
        rows.putIfAbsent(field.id(), row);
        wanted.add(row);
      }
    }
    if (wanted.equals(column.getChildren())) {
      return false;
    }
    before.values().stream().filter(row -> !rows.containsValue(row)).forEach(FieldEditor::leave);
    arrange(column.getChildren(), wanted);
    return true;
  }

  /** Of two rows with one name, which a broken text can have, the second is always new. */
  private FieldEditor row(Field field, @Nullable FieldEditor before) {
    if (before == null || !before.field().isLike(field) || rows.containsKey(field.id())) {
      return new FieldEditor(field, actions);
    }
    before.show(field);
    return before;
  }

  private static Label heading(String title) {
    Label heading = new Label(title);
    heading.getStyleClass().add("section-title");
    return heading;
  }

  /** What has the keyboard is never taken out: it would lose it. */
  private static void arrange(ObservableList<Node> children, List<Node> wanted) {
    List<Node> staying = wanted.stream().filter(children::contains).toList();
    children.removeIf(child -> !staying.contains(child));
    if (!staying.equals(children)) {
      children.removeIf(child -> !(child instanceof FieldEditor row && row.isInUse()));
    }
    int at = 0;
    while (at < wanted.size()) {
      int end = at;
      while (end < wanted.size()
          && (at >= children.size() || !wanted.get(end).equals(children.get(at)))) {
        end++;
      }
      if (end > at) {
        children.addAll(at, wanted.subList(at, end));
      }
      at = end + 1;
    }
  }

  private double topOf(FieldEditor row) {
    return row.getBoundsInParent().getMinY() - scrolled();
  }

  private double hidden() {
    return Math.max(0, column.getBoundsInLocal().getHeight() - getViewportBounds().getHeight());
  }

  private double scrolled() {
    return getVvalue() * hidden();
  }

  /** Brings a row to where it stood in the view. */
  private void keep(FieldEditor row, double top) {
    applyCss();
    layout();
    if (hidden() > 0) {
      setVvalue(Math.clamp((row.getBoundsInParent().getMinY() - top) / hidden(), 0, 1));
    }
  }

  /**
   * Brings a row that was just asked for into view.
   *
   * @param takesKeys the row that takes the keyboard, the same or one that adds to it
   */
  void enter(FieldEditor row, FieldEditor takesKeys) {
    applyCss();
    layout();
    takesKeys.enter();
    keep(row, getViewportBounds().getHeight() / 3);
  }

  /** From now on nothing is taken over from it. */
  void leave() {
    rows.values().forEach(FieldEditor::leave);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import jfx.incubator.scene.control.richtext.SideDecorator;
import tiphys.app.message.Messages;
import tiphys.model.problem.Severity;

/** Line numbers, and a mark with its sentence where a line has a problem. */
final class SourceGutter implements SideDecorator {
  private static final int MARK_WIDTH_PX = 9;

  private final Supplier<SourceViewModel> shown;
  private final SourceContent content;
  private final Set<Cell> cells = Collections.newSetFromMap(new WeakHashMap<>());

  private final Messages messages;
  private final IntConsumer toggle;

  /**
   * @param toggle folds what stands behind a line, or shows it again
   */
  SourceGutter(
      SourceContent content,
      Supplier<SourceViewModel> shown,
      Messages messages,
      IntConsumer toggle) {
    this.content = content;
    this.shown = shown;
    this.messages = messages;
    this.toggle = toggle;
  }

  @Override
  public double getPrefWidth(double viewWidth) {
    return 0;
  }

  @Override
  public Node getMeasurementNode(int line) {
    int digits = Math.max(3, String.valueOf(content.text().lineCount()).length());
    Cell widest = new Cell(0);
    widest.number.setText("9".repeat(digits));
    return widest;
  }

  @Override
  public Node getNode(int paragraph) {
    Cell cell = new Cell(paragraph);
    cell.show(shown.get());
    cells.add(cell);
    return cell;
  }

  /** Shows the marks of now on the lines in sight, whose nodes the area keeps. */
  void refresh() {
    cells.forEach(cell -> cell.show(shown.get()));
  }

  /** What stands before one line. */
  private final class Cell extends HBox {
    private final int paragraph;
    private final Label number = new Label();
    private final Region mark = new Region();
    private final Tooltip sentences = new Tooltip();
    private Optional<Shown> told = Optional.empty();

    private final Region arrow = new Region();

    private record Shown(
        int line, Optional<Severity> severity, boolean isLit, String sentences, Folding folding) {}

    private enum Folding {
      NONE,
      OPEN,
      FOLDED
    }

    Cell(int paragraph) {
      this.paragraph = paragraph;
      mark.setMinWidth(MARK_WIDTH_PX);
      number.getStyleClass().add("line-number");
      getChildren().addAll(mark, number, arrow);
      arrow.setMinWidth(MARK_WIDTH_PX);
      arrow.addEventHandler(
          MouseEvent.MOUSE_PRESSED,
          event -> {
            event.consume();
            int line = line();
            if (folding(line) != Folding.NONE) {
              toggle.accept(line);
            }
          });
    }

    /** Another one after each fold above it. */
    private int line() {
      return content.lineOf(paragraph);
    }

    private Folding folding(int line) {
      if (content.folds().at(line).isPresent()) {
        return Folding.FOLDED;
      }
      return Foldable.isAt(content.text(), line) ? Folding.OPEN : Folding.NONE;
    }

    void show(SourceViewModel now) {
      int line = line();
      int last = content.folds().at(line).map(Folds.Fold::last).orElse(line);
      Shown next =
          new Shown(
              line,
              now.severity(line, last),
              now.isLit(line),
              now.sentences(line, last),
              folding(line));
      if (told.filter(next::equals).isEmpty()) {
        told = Optional.of(next);
        show(next);
      }
    }

    private void show(Shown now) {
      Optional<Severity> severity = now.severity();
      number.setText(Integer.toString(now.line() + 1));
      mark.getStyleClass().setAll("mark");
      getStyleClass().setAll("gutter");
      severity.ifPresent(
          worst -> mark.getStyleClass().add("mark-" + worst.name().toLowerCase(Locale.ROOT)));
      arrow.getStyleClass().setAll("fold-arrow");
      arrow.setAccessibleText(null);
      if (now.folding() != Folding.NONE) {
        boolean isFolded = now.folding() == Folding.FOLDED;
        arrow.getStyleClass().add(isFolded ? "fold-closed" : "fold-open");
        arrow.setAccessibleText(messages.text(isFolded ? "source.key.unfold" : "source.key.fold"));
      }
      if (now.isLit()) {
        getStyleClass().add("gutter-lit");
      }
      sentences.setText(now.sentences());
      setAccessibleText(severity.isPresent() ? sentences.getText() : null);
      if (severity.isPresent()) {
        Tooltip.install(this, sentences);
      } else {
        Tooltip.uninstall(this, sentences);
      }
    }
  }
}

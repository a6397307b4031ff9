// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import jfx.incubator.scene.control.richtext.SideDecorator;
import tiphys.model.problem.Severity;

/** Line numbers, and a mark with its sentence where a line has a problem. */
final class SourceGutter implements SideDecorator {
  private static final int MARK_WIDTH_PX = 9;

  private final Supplier<SourceViewModel> shown;
  private final SourceContent content;
  private final Set<Cell> cells = Collections.newSetFromMap(new WeakHashMap<>());

  SourceGutter(SourceContent content, Supplier<SourceViewModel> shown) {
    this.content = content;
    this.shown = shown;
  }

  @Override
  public double getPrefWidth(double viewWidth) {
    return 0;
  }

  @Override
  public Node getMeasurementNode(int line) {
    int digits = Math.max(3, String.valueOf(content.size()).length());
    return new Cell((int) Math.pow(10, digits) - 2);
  }

  @Override
  public Node getNode(int line) {
    Cell cell = new Cell(line);
    cell.show(shown.get());
    cells.add(cell);
    return cell;
  }

  /** Shows the marks of now on the lines in sight, whose nodes the area keeps. */
  void refresh() {
    cells.forEach(cell -> cell.show(shown.get()));
  }

  /** What stands before one line. */
  private static final class Cell extends HBox {
    private final int line;
    private final Region mark = new Region();
    private final Tooltip sentences = new Tooltip();
    private Optional<Shown> last = Optional.empty();

    private record Shown(Optional<Severity> severity, boolean isLit, String sentences) {}

    Cell(int line) {
      this.line = line;
      mark.setMinWidth(MARK_WIDTH_PX);
      Label label = new Label(Integer.toString(line + 1));
      label.getStyleClass().add("line-number");
      getChildren().addAll(mark, label);
    }

    void show(SourceViewModel now) {
      Shown next = new Shown(now.severity(line), now.isLit(line), now.sentences(line));
      if (last.filter(next::equals).isEmpty()) {
        last = Optional.of(next);
        show(next);
      }
    }

    private void show(Shown now) {
      Optional<Severity> severity = now.severity();
      mark.getStyleClass().setAll("mark");
      getStyleClass().setAll("gutter");
      severity.ifPresent(
          worst -> mark.getStyleClass().add("mark-" + worst.name().toLowerCase(Locale.ROOT)));
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

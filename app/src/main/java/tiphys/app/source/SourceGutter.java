// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.Locale;
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
    return cell("9".repeat(digits), new Region());
  }

  @Override
  public Node getNode(int line) {
    Region mark = new Region();
    HBox cell = cell(String.valueOf(line + 1), mark);
    shown.get().severity(line).ifPresent(severity -> show(severity, line, cell, mark));
    if (shown.get().isLit(line)) {
      cell.getStyleClass().add("gutter-lit");
    }
    return cell;
  }

  private void show(Severity severity, int line, HBox cell, Region mark) {
    mark.getStyleClass().add("mark-" + severity.name().toLowerCase(Locale.ROOT));
    Tooltip.install(cell, new Tooltip(shown.get().sentences(line)));
    cell.setAccessibleText(shown.get().sentences(line));
  }

  private static HBox cell(String number, Region mark) {
    mark.getStyleClass().add("mark");
    mark.setMinWidth(MARK_WIDTH_PX);
    Label label = new Label(number);
    label.getStyleClass().add("line-number");
    HBox cell = new HBox(mark, label);
    cell.getStyleClass().add("gutter");
    return cell;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.code;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Code to read: coloured lines with numbers, some of them lit. Lines are selected and copied as
 * those of a list; a click, or Enter, tells which line it was.
 */
public final class CodeListing extends ListView<CodeLine> {
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  /** A longer line is cut in the picture, not when it is copied. */
  private static final int LONGEST_LINE = 2_000;

  private int firstLit = -1;
  private int lastLit = -1;

  /** A listing. @param chosen is told the line that was clicked, counted from 0 */
  public CodeListing(String name, IntConsumer chosen) {
    getStyleClass().add("code-listing");
    getStylesheets().add(CodeEditor.STYLE);
    setAccessibleText(name);
    setFixedCellSize(18);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setCellFactory(_ -> new LineCell());
    // what was lit before it had its size, or stood where it is smaller now
    heightProperty().subscribe(_ -> Platform.runLater(this::bringLitIntoView));
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          int line = getSelectionModel().getSelectedIndex();
          boolean isPlain = !event.isShiftDown() && !event.isShortcutDown();
          if (event.getButton() == MouseButton.PRIMARY && isPlain && line >= 0) {
            chosen.accept(line);
          }
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          int line = getSelectionModel().getSelectedIndex();
          if (event.getCode() == KeyCode.ENTER && line >= 0) {
            chosen.accept(line);
            event.consume();
          } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copySelected();
            event.consume();
          }
        });
  }

  /** Shows other lines, from where it stands. */
  public void show(List<CodeLine> lines) {
    int first = flow().map(flow -> flow.getFirstVisibleCell()).map(ListCell::getIndex).orElse(0);
    setItems(FXCollections.observableArrayList(lines));
    if (first > 0) {
      scrollTo(first);
    }
  }

  /** Lights lines, counted from 0, the last included, and brings them into view. */
  public void light(int first, int last) {
    firstLit = first;
    lastLit = last;
    refresh();
    bringLitIntoView();
  }

  private void bringLitIntoView() {
    boolean isSeen =
        flow()
            .filter(flow -> flow.getFirstVisibleCell() != null)
            .filter(flow -> flow.getFirstVisibleCell().getIndex() <= firstLit)
            // the last one may be behind the scroll bar
            .filter(flow -> flow.getLastVisibleCell().getIndex() > firstLit)
            .isPresent();
    if (firstLit >= 0 && !isSeen) {
      scrollTo(Math.max(0, firstLit - 2));
    }
  }

  /** Lights nothing. */
  public void lightNothing() {
    light(-1, -1);
  }

  /** The lines that are lit, counted from 0. */
  public List<Integer> litLines() {
    return IntStream.rangeClosed(firstLit, lastLit).filter(line -> line >= 0).boxed().toList();
  }

  private void copySelected() {
    ClipboardContent content = new ClipboardContent();
    content.putString(
        getSelectionModel().getSelectedIndices().stream()
            .sorted()
            .map(line -> getItems().get(line).text() + "\n")
            .collect(Collectors.joining()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  @SuppressWarnings("unchecked") // a list view's flow has its cells
  private Optional<VirtualFlow<ListCell<CodeLine>>> flow() {
    return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        ? Optional.of((VirtualFlow<ListCell<CodeLine>>) flow)
        : Optional.empty();
  }

  private final class LineCell extends ListCell<CodeLine> {
    private final Label number = new Label();
    private final TextFlow text = new TextFlow();
    private final HBox row = new HBox(number, text);

    LineCell() {
      number.getStyleClass().add("line-number");
      number.setMinWidth(Region.USE_PREF_SIZE);
      row.setAlignment(Pos.BASELINE_LEFT);
    }

    @Override
    protected void updateItem(@Nullable CodeLine line, boolean isEmpty) {
      super.updateItem(line, isEmpty);
      if (line == null || isEmpty) {
        setGraphic(null);
        pseudoClassStateChanged(LIT, false);
        return;
      }
      number.setText(Integer.toString(getIndex() + 1));
      text.getChildren().setAll(line.spans().stream().map(span -> piece(line, span)).toList());
      pseudoClassStateChanged(LIT, getIndex() >= firstLit && getIndex() <= lastLit);
      setAccessibleText(line.text());
      setGraphic(row);
    }

    private static Text piece(CodeLine line, Span span) {
      int end = Math.min(Math.min(span.end(), line.text().length()), LONGEST_LINE);
      int start = Math.min(span.start(), end);
      Text piece = new Text(line.text().substring(start, end).replace("\r", ""));
      piece.getStyleClass().addAll("code-piece", span.role().styleClass());
      return piece;
    }
  }
}

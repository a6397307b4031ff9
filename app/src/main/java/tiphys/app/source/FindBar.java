// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.app.source.Search.Wanted;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;

/** Looks for words or an expression in the source, and writes something else in their place. */
final class FindBar extends VBox {
  private final Messages messages;
  private final Source source;
  private final TextField words = new TextField();
  private final TextField replacement = new TextField();
  private final ToggleButton isCaseKept;
  private final ToggleButton isExpression;
  private final Label count = new Label();
  private final HBox replaceRow;
  private Search search = Search.NONE;

  /** The text in which is looked. */
  interface Source {
    SourceText text();

    /** What is selected; an empty range at the caret for nothing. */
    TextRange selected();

    void reveal(TextRange range);

    void edit(TextEdits edits);

    /** The hits are others: they are to be painted anew. */
    void repaint();

    void takeFocus();
  }

  FindBar(Messages messages, Source source) {
    this.messages = messages;
    this.source = source;
    getStyleClass().add("find-bar");
    this.isCaseKept = toggle("Aa", "case");
    this.isExpression = toggle(".*", "expression");
    count.setId("find-count");
    HBox findRow =
        new HBox(
            field(words, "words"),
            isCaseKept,
            isExpression,
            button("↑", "find-previous", () -> step(-1)),
            button("↓", "find-next", () -> step(1)),
            count,
            space(),
            button("×", "close", this::close));
    this.replaceRow =
        new HBox(
            field(replacement, "replacement"),
            button("", "replace-one", this::replaceOne),
            button("", "replace-all", this::replaceAll));
    getChildren().addAll(findRow, replaceRow);
    words.textProperty().subscribe((_, _) -> searchAnew());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    replaceRow.managedProperty().bind(replaceRow.visibleProperty());
  }

  /** Opens it with what is selected, if that is one line. */
  void open(boolean replaces) {
    TextRange selected = source.selected();
    String chosen = source.text().slice(selected);
    setVisible(true);
    replaceRow.setVisible(replaces);
    if (!chosen.isEmpty() && chosen.indexOf('\n') < 0) {
      words.setText(chosen);
    }
    refresh();
    words.requestFocus();
    words.selectAll();
  }

  void close() {
    setVisible(false);
    search = Search.NONE;
    source.repaint();
    source.takeFocus();
  }

  /** Follows a change of the text. What was said last stays if nothing else is found now. */
  void follow() {
    if (isVisible()) {
      Search next = Search.in(source.text(), wanted());
      if (!next.hits().equals(search.hits())) {
        search = next;
        tell();
        source.repaint();
      }
    }
  }

  private void refresh() {
    if (isVisible()) {
      search = Search.in(source.text(), wanted());
      tell();
      source.repaint();
    }
  }

  /** What of a line is painted as found. */
  List<TextRange> hits(TextRange line) {
    return search.within(line);
  }

  /** Goes to the next hit, or back to the one before; round at the ends. */
  void step(int by) {
    if (!isVisible()) {
      open(false);
    }
    int size = search.hits().size();
    if (size > 0) {
      TextRange selected = source.selected();
      int next = search.firstFrom(by > 0 ? selected.end() : selected.start());
      source.reveal(search.hits().get(Math.floorMod(by > 0 ? next : next - 1, size)));
      tell();
    }
  }

  private void searchAnew() {
    TextRange selected = source.selected();
    refresh();
    if (!search.hits().isEmpty()) {
      int first = search.firstFrom(selected.start());
      source.reveal(search.hits().get(first % search.hits().size()));
      tell();
    }
  }

  private void replaceOne() {
    TextRange selected = source.selected();
    if (search.numberOf(selected) < 0) {
      step(1);
    } else {
      replace(List.of(selected));
      step(1);
    }
  }

  private void replaceAll() {
    replace(search.hits());
  }

  private void replace(List<TextRange> hits) {
    Optional<TextEdits> edits =
        search.replacing(source.text(), hits, replacement.getText(), isExpression.isSelected());
    if (edits.isEmpty()) {
      count.setText(messages.text("source.find.no-group"));
    } else if (!edits.get().isEmpty()) {
      int replaced = hits.size();
      source.edit(edits.get());
      refresh();
      if (replaced > 1) {
        count.setText(messages.text("source.find.replaced", replaced));
      }
    }
  }

  private Wanted wanted() {
    return new Wanted(words.getText(), isCaseKept.isSelected(), isExpression.isSelected());
  }

  private void tell() {
    int size = search.hits().size();
    boolean isBroken = !words.getText().isEmpty() && search.pattern().isEmpty();
    int number = search.numberOf(source.selected());
    String sentence = "";
    if (isBroken) {
      sentence = messages.text("source.find.no-expression");
    } else if (!words.getText().isEmpty()) {
      sentence =
          number < 0
              ? messages.text("source.find.count", size)
              : messages.text("source.find.at", number + 1, size);
    }
    count.setText(sentence);
    count.getStyleClass().setAll("label", isBroken || size == 0 ? "find-nothing" : "find-count");
  }

  private void key(KeyEvent event) {
    Consumer<Runnable> obey =
        action -> {
          event.consume();
          action.run();
        };
    if (event.getCode() == KeyCode.ESCAPE) {
      obey.accept(this::close);
    } else if (event.getCode() == KeyCode.ENTER && event.getTarget().equals(words)) {
      obey.accept(() -> step(event.isShiftDown() ? -1 : 1));
    } else if (event.getCode() == KeyCode.ENTER && event.getTarget().equals(replacement)) {
      obey.accept(this::replaceOne);
    } else if (event.getCode() == KeyCode.F3) {
      obey.accept(() -> step(event.isShiftDown() ? -1 : 1));
    }
  }

  private TextField field(TextField field, String key) {
    field.setId("find-" + key);
    field.setPromptText(messages.text("source.find." + key));
    field.setAccessibleText(field.getPromptText());
    field.setPrefColumnCount(24);
    return field;
  }

  private ToggleButton toggle(String sign, String key) {
    ToggleButton toggle = new ToggleButton(sign);
    toggle.setId("find-" + key);
    toggle.setAccessibleText(messages.text("source.find." + key));
    toggle.setTooltip(new Tooltip(toggle.getAccessibleText()));
    toggle.selectedProperty().subscribe((_, _) -> searchAnew());
    return toggle;
  }

  private Button button(String sign, String key, Runnable action) {
    String sentence = messages.text("source.find." + key);
    Button button = new Button(sign.isEmpty() ? sentence : sign);
    button.setId("find-" + key);
    button.setAccessibleText(sentence);
    button.setTooltip(new Tooltip(sentence));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static javafx.scene.layout.Region space() {
    javafx.scene.layout.Region space = new javafx.scene.layout.Region();
    HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
    return space;
  }
}

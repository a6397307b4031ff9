// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Reveal;
import tiphys.app.message.Messages;
import tiphys.app.theme.BlinkingCaret;
import tiphys.model.diagram.DiagramChange;
import tiphys.model.state.DiagramState;
import tiphys.model.text.TextEdit;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;

/**
 * The text of one editor. Typing goes to the editor, whose history is the only one; what commands,
 * undo and forms change appears here at its place.
 */
@SuppressWarnings("ReferenceEquality") // An equal text of another revision is another text.
public final class SourceView extends StackPane {
  private static final String STYLE =
      Objects.requireNonNull(SourceView.class.getResource("source.css")).toExternalForm();

  /** After this long without a key, what is typed next is undone on its own. */
  private static final Duration TYPING_PAUSE = Duration.seconds(1.2);

  private final Editor editor;
  private final Messages messages;
  private final SourceContent content;
  private final SourceModel model;
  private final CodeArea area;
  private final CaretFollower caretFollower;
  private final SourceGutter gutter;
  private final SourceCommands commands;
  private final Hover hover;
  private final Region litSample = new Region();
  private final Inks inks = new Inks(this::recolour);
  private final PauseTransition typingPause = new PauseTransition(TYPING_PAUSE);
  private SourceViewModel shown;
  private boolean isTyping;
  private boolean isHeldBack;
  private boolean isLightOwed;
  private boolean isRecolouring;

  public SourceView(Editor editor, Messages messages) {
    this.editor = editor;
    this.messages = messages;
    this.content = new SourceContent(editor.state().get().text());
    this.model = new SourceModel(content, this::type);
    this.area = new CodeArea(model);
    this.caretFollower = new CaretFollower(editor);
    this.shown = shownNow(editor.state().get());
    this.gutter = new SourceGutter(content, () -> shown);
    getStyleClass().add("source-view");
    getStylesheets().add(STYLE);
    setUpArea();
    setUpKeys();
    this.commands = new SourceCommands(editor, area, content, messages);
    this.hover = new Hover(editor, area, content, messages, commands.names());
    litSample.getStyleClass().add("lit-sample");
    litSample.setManaged(false);
    getChildren().addAll(litSample, inks, area);
    litSample.backgroundProperty().subscribe(this::recolour);
    editor.state().subscribe((_, now) -> follow(now));
    editor.selection().subscribe((_, _) -> light());
    editor.scopePath().subscribe((_, _) -> light());
    editor.reveal().subscribe((_, wanted) -> wanted.map(Reveal::range).ifPresent(this::reveal));
  }

  /** The control itself, for whoever moves the focus. */
  public CodeArea area() {
    return area;
  }

  /** Where the caret stands, in UTF-16 units. */
  public int caretOffset() {
    TextPos caret = area.getCaretPosition();
    return caret == null ? 0 : content.offsetOf(caret);
  }

  /** Selects a stretch of the text and brings it into view. */
  public void reveal(TextRange range) {
    area.select(content.positionOf(range.start()), content.positionOf(range.end()));
  }

  SourceCommands commands() {
    return commands;
  }

  Hover hover() {
    return hover;
  }

  TextPos positionOf(int offset) {
    return content.positionOf(offset);
  }

  /** The lines that are lit, counted from 0. */
  List<Integer> litLines() {
    return IntStream.range(0, content.size()).filter(shown::isLit).boxed().toList();
  }

  private void setUpArea() {
    area.setAccessibleText(messages.text("source.title"));
    area.setId("source-area");
    area.setTabSize(2);
    BlinkingCaret.onlyWhileShown(area);
    model.setDecorator(
        new SourceColours(
            content, () -> editor.state().get().tree(), () -> shown, this::litColour, inks::of));
    area.setLeftDecorator(gutter);
    area.focusedProperty().subscribe((_, isFocused) -> leaveOrEnter(isFocused));
    area.caretPositionProperty()
        .subscribe(
            (_, caret) -> {
              if (caret != null && area.isFocused() && !isTyping) {
                caretFollower.follow(content.offsetOf(caret));
              }
            });
    typingPause.setOnFinished(_ -> editor.endTyping());
  }

  private void setUpKeys() {
    area.getInputMap().registerFunction(CodeArea.Tag.UNDO, () -> step(editor::undo));
    area.getInputMap().registerFunction(CodeArea.Tag.REDO, () -> step(editor::redo));
    area.getInputMap().registerFunction(CodeArea.Tag.INSERT_LINE_BREAK, this::breakLine);
    QuickFixes fixes = new QuickFixes(editor, messages);
    area.getInputMap()
        .register(KeyBinding.alt(KeyCode.ENTER), () -> fixes.mend(caretOffset(), area));
    area.getInputMap().registerFunction(CodeArea.Tag.INSERT_TAB, () -> insert("  "));
  }

  private void leaveOrEnter(boolean isFocused) {
    if (!isFocused) {
      editor.endTyping();
    }
  }

  /** A new line begins under the text of the one before, deeper after a colon. */
  private void breakLine() {
    TextPos caret = area.getCaretPosition();
    if (caret != null) {
      String before = content.getText(caret.index());
      insert("\n" + Indent.after(before.substring(0, Math.min(caret.offset(), before.length()))));
    }
  }

  private void insert(String text) {
    TextPos caret = area.getCaretPosition();
    TextPos anchor = area.getAnchorPosition();
    if (caret != null && anchor != null) {
      boolean isForward = anchor.compareTo(caret) <= 0;
      TextPos end = area.replaceText(isForward ? anchor : caret, isForward ? caret : anchor, text);
      area.select(end);
    }
  }

  private void type(TextEdits edits) {
    isTyping = true;
    try {
      editor.type(edits);
    } finally {
      isTyping = false;
    }
    typingPause.playFromStart();
    Platform.runLater(() -> commands.typed(edits));
  }

  private void follow(DiagramState now) {
    SourceViewModel before = shown;
    shown = shownNow(now);
    if (isTyping) {
      content.show(now.text());
      recolour(); // the caret was shown before the editor knew what was typed
    } else if (content.text() != now.text()) {
      holdBack();
      takeOver(now);
      gutter.refresh();
    } else if (!shown.isLike(before)) {
      recolour();
    }
  }

  /**
   * What is changed elsewhere is seen there first: the area lays out all of its lines after any
   * change, which takes longer than everything else. It does so in the pulse after that of the
   * change, and once, however many changes there were until then.
   */
  private void holdBack() {
    Scene scene = getScene();
    if (!isHeldBack && scene != null) {
      isHeldBack = true;
      scene.addPostLayoutPulseListener(
          new Runnable() {
            @Override
            public void run() {
              scene.removePostLayoutPulseListener(this);
              Platform.runLater(SourceView.this::letGo);
            }
          });
      Platform.requestNextPulse();
    }
  }

  private void letGo() {
    isHeldBack = false;
    requestLayout();
    if (isLightOwed) {
      showLight();
    }
  }

  @Override
  public void requestLayout() {
    if (!isHeldBack) {
      super.requestLayout();
    }
  }

  private void takeOver(DiagramState now) {
    Optional<DiagramChange> change =
        editor.lastChange().get().filter(last -> last.before().text() == content.text());
    if (change.isEmpty()) {
      model.replaceAll(now.text());
      return;
    }
    model.follow(change.get().edits(), now.text());
  }

  /** Goes a step back or forth in the editor's history, and with the caret to where it changed. */
  private void step(Runnable backOrForth) {
    DiagramState before = editor.state().get();
    backOrForth.run();
    if (editor.state().get() != before) {
      editor
          .lastChange()
          .get()
          .map(DiagramChange::edits)
          .filter(edits -> !edits.isEmpty())
          .ifPresent(edits -> area.select(content.positionOf(endOf(edits))));
    }
  }

  /** Where the first of the edits ends in the text after them. */
  private static int endOf(TextEdits edits) {
    TextEdit first = edits.edits().getFirst();
    return first.range().start() + first.replacement().length();
  }

  private void light() {
    Optional<TextRange> before = shown.lit();
    shown = shownNow(editor.state().get());
    if (!before.equals(shown.lit())) {
      isLightOwed = true;
      holdBack();
      if (!isHeldBack) {
        showLight();
      }
    }
  }

  private void showLight() {
    isLightOwed = false;
    recolour();
    if (!area.isFocused()) {
      shown.lit().ifPresent(range -> area.select(content.positionOf(range.start())));
    }
  }

  private SourceViewModel shownNow(DiagramState state) {
    return SourceViewModel.of(state, caretFollower.placeOfSelection(state), messages);
  }

  private void recolour() {
    if (!isRecolouring) {
      isRecolouring = true;
      Platform.runLater(
          () -> {
            isRecolouring = false;
            TextPos end = content.positionOf(content.text().length());
            model.fireStyleChangeEvent(TextPos.ZERO, end);
            gutter.refresh();
          });
    }
  }

  private Color litColour() {
    return Optional.ofNullable(litSample.getBackground())
        .flatMap(background -> background.getFills().stream().findFirst())
        .map(fill -> fill.getFill())
        .filter(Color.class::isInstance)
        .map(Color.class::cast)
        .orElse(Color.TRANSPARENT);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Reveal;
import tiphys.app.editor.SourceTool;
import tiphys.app.keys.KeyBindings;
import tiphys.app.message.Messages;
import tiphys.app.theme.BlinkingCaret;
import tiphys.model.diagram.DiagramChange;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
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
  private final SourceCaret caret;
  private final SourceGutter gutter;
  private final SourceCommands commands;
  private final Folding folding;
  private final FindBar find;
  private final CaretPath path;
  private final SourceActions actions;
  private final Hover hover;
  private final Inks inks = new Inks(this::recolour);
  private final PauseTransition typingPause = new PauseTransition(TYPING_PAUSE);
  private SourceViewModel shown;
  private Optional<Brackets.Pair> brackets = Optional.empty();
  private boolean isTyping;
  private boolean isHeldBack;
  private boolean isLightOwed;

  /** How often the view came into a window or left it. */
  private int visits;

  private boolean isRecolouring;
  private boolean isPathOwed;

  /** With the keys that it comes with. */
  public SourceView(Editor editor, Messages messages) {
    this(editor, messages, KeyBindings.USUAL);
  }

  public SourceView(Editor editor, Messages messages, KeyBindings keys) {
    this.editor = editor;
    this.messages = messages;
    this.content = new SourceContent(editor.state().get().text());
    this.model = new SourceModel(content, this::type);
    this.area = new CodeArea(model);
    this.caretFollower = new CaretFollower(editor);
    this.shown = shownNow(editor.state().get());
    this.folding = new Folding(area, content, model, this::recolour);
    this.caret = new SourceCaret(editor, area, content, folding);
    this.gutter = new SourceGutter(content, () -> shown, messages, folding::toggle);
    this.find = new FindBar(messages, new Looked());
    this.path = new CaretPath(messages, at -> caret.revealAndFocus(TextRange.at(at)));
    getStyleClass().add("source-view");
    getStylesheets().add(STYLE);
    setUpArea();
    this.commands = new SourceCommands(editor, area, content, messages);
    this.actions = new SourceActions(editor, commands, folding, find, caret, keys);
    AreaFunctions.register(editor, area, content, folding, caret);
    this.hover = new Hover(editor, area, content, messages, commands.names());
    VBox.setVgrow(area, Priority.ALWAYS);
    getChildren().addAll(inks, new VBox(path, find, area));
    editor.state().subscribe((_, now) -> follow(now));
    editor.selection().subscribe((_, _) -> light());
    editor.scopePath().subscribe((_, _) -> light());
    editor.reveal().subscribe((_, wanted) -> wanted.map(Reveal::range).ifPresent(this::reveal));
    sceneProperty().subscribe((_, _) -> comeBack());
  }

  /** The control itself, for whoever moves the focus. */
  public CodeArea area() {
    return area;
  }

  /** Where the caret stands, in UTF-16 units. */
  public int caretOffset() {
    return caret.offset();
  }

  /** Selects a stretch of the text and brings it into view, out of every fold. */
  public void reveal(TextRange range) {
    caret.reveal(range);
  }

  /** Does what a tool does, at the caret. */
  public void use(SourceTool tool) {
    actions.use(tool);
  }

  /** The keys go to the text. */
  @Override
  public void requestFocus() {
    area.requestFocus();
  }

  SourceCommands commands() {
    return commands;
  }

  Hover hover() {
    return hover;
  }

  SourceContent content() {
    return content;
  }

  FindBar find() {
    return find;
  }

  CaretPath path() {
    return path;
  }

  TextPos positionOf(int offset) {
    return content.positionOf(offset);
  }

  /** The lines that are lit, counted from 0. */
  List<Integer> litLines() {
    return IntStream.range(0, content.text().lineCount()).filter(shown::isLit).boxed().toList();
  }

  private void setUpArea() {
    area.setAccessibleText(messages.text("source.title"));
    area.setId("source-area");
    area.setTabSize(2);
    BlinkingCaret.onlyWhileShown(area);
    model.setDecorator(
        new SourceColours(content, () -> editor.state().get().tree(), new Marked(), inks));
    area.setLeftDecorator(gutter);
    area.focusedProperty().subscribe((_, isFocused) -> leaveOrEnter(isFocused));
    area.caretPositionProperty()
        .subscribe(
            (_, at) -> {
              if (at != null && area.isFocused() && !isTyping) {
                caretFollower.follow(content.offsetOf(at));
              }
              showPath();
            });
    typingPause.setOnFinished(_ -> editor.endTyping());
  }

  /** Shows the way to the caret once all of this pulse's changes are made. */
  private void showPath() {
    if (!isPathOwed) {
      isPathOwed = true;
      Platform.runLater(
          () -> {
            isPathOwed = false;
            if (caret.isAway()) {
              return;
            }
            path.show(editor.state().get().tree(), caret.offset());
            markBrackets();
          });
    }
  }

  private void markBrackets() {
    DiagramState now = editor.state().get();
    Optional<Brackets.Pair> at =
        area.isFocused() && content.text() == now.text()
            ? Brackets.at(now.text(), now.tree(), caret.offset())
            : Optional.empty();
    if (!at.equals(brackets)) {
      brackets = at;
      recolour();
    }
  }

  /** The bracket at the caret, with the one that belongs to it. */
  Optional<Brackets.Pair> brackets() {
    return brackets;
  }

  private final class Looked implements FindBar.Source {
    @Override
    public SourceText text() {
      return content.text();
    }

    @Override
    public TextRange selected() {
      return caret.selected();
    }

    @Override
    public void reveal(TextRange range) {
      caret.reveal(range);
    }

    @Override
    public void edit(TextEdits edits) {
      int end = SourceCaret.endOf(edits);
      caret.change(new LineEdits.Change(edits, end, end));
    }

    @Override
    public void repaint() {
      recolour();
    }

    @Override
    public void takeFocus() {
      area.requestFocus();
    }
  }

  private final class Marked implements SourceColours.Marks {
    @Override
    public SourceViewModel shown() {
      return shown;
    }

    @Override
    public List<TextRange> hits(TextRange line) {
      return find.hits(line);
    }

    @Override
    public Optional<Brackets.Pair> brackets() {
      return brackets;
    }

    @Override
    public String folded(int lines) {
      return messages.text("source.folded", lines);
    }
  }

  private void leaveOrEnter(boolean isFocused) {
    if (!isFocused) {
      editor.endTyping();
    }
    showPath();
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
    showPath();
    Platform.runLater(find::follow);
    if (isTyping) {
      content.show(now.text());
      gutter.refresh();
    } else if (content.text() != now.text()) {
      holdBack();
      takeOver(now);
      gutter.refresh();
    } else if (!shown.isLike(before)) {
      recolour();
    }
  }

  /** The caret waited while the view was out of the window, where the area breaks if it moves. */
  private void comeBack() {
    visits++; // what waits for a layout of before waits for the next one
    isHeldBack = false;
    if (caret.isAway() || isLightOwed) {
      holdBack();
    } else {
      requestLayout(); // what was held back is not laid out by anybody else
    }
  }

  /**
   * What is changed elsewhere is seen there first: the area lays out all of its lines after any
   * change, which takes longer than everything else. It does so in the pulse after that of the
   * change, and once, however many changes there were until then.
   */
  private void holdBack() {
    if (!isHeldBack && getScene() != null) {
      isHeldBack = true;
      afterLayout(this::letGo);
    }
  }

  /** Not at all, if the view leaves the window or comes back to it before. */
  private void afterLayout(Runnable action) {
    Scene scene = getScene();
    int visit = visits;
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            Platform.runLater(
                () -> {
                  if (visit == visits) {
                    action.run();
                  }
                });
          }
        });
    Platform.requestNextPulse();
  }

  /**
   * The area lays out all of its lines again when colours change, and once more wherever its caret
   * moves before that was done: so the colours come first, and the caret after the pulse that has
   * them.
   */
  private void letGo() {
    isHeldBack = false;
    if (isLightOwed) {
      recolourNow();
    }
    requestLayout();
    afterLayout(
        () -> {
          if (isLightOwed) {
            showLight();
          }
          caret.putBack();
        });
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
    // an area that has just left the window is told so only by the next pulse
    if (getScene() == null || isHeldBack && !area.isFocused()) {
      caret.takeAway(change.get().edits());
    }
    model.follow(change.get().edits(), now.text());
  }

  private void light() {
    Optional<TextRange> before = shown.lit();
    shown = shownNow(editor.state().get());
    if (!before.equals(shown.lit())) {
      if (area.isFocused()) {
        recolour(); // together with what else the caret changes
        return;
      }
      isLightOwed = true;
      holdBack();
      if (!isHeldBack) {
        recolour();
        showLight();
      }
    }
  }

  private void showLight() {
    isLightOwed = false;
    if (!area.isFocused()) {
      shown.lit().ifPresent(range -> caret.reveal(TextRange.at(range.start())));
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
            if (isRecolouring) {
              recolourNow();
            }
          });
    }
  }

  private void recolourNow() {
    isRecolouring = false;
    TextPos end = content.positionOf(content.text().length());
    model.fireStyleChangeEvent(TextPos.ZERO, end);
    gutter.refresh();
  }
}

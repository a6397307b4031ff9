// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import tiphys.app.code.Suggestions;
import tiphys.app.editor.Editor;
import tiphys.app.message.FieldWords;
import tiphys.app.message.Messages;
import tiphys.model.command.Command;
import tiphys.model.command.RenameArgument;
import tiphys.model.command.RenameInlineSlot;
import tiphys.model.command.RenameInlineTask;
import tiphys.model.command.RenameSlot;
import tiphys.model.command.RenameTask;
import tiphys.model.command.RenameTemplate;
import tiphys.model.command.RenameVolume;
import tiphys.model.command.Slot;
import tiphys.model.completion.Completions;
import tiphys.model.completion.Proposal;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.symbol.Mention;
import tiphys.model.symbol.Symbol;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextEdits;
import tiphys.model.text.TextRange;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;

/** What can be done with the names of the text: complete, go to, find, rename; and asked of it. */
final class SourceCommands {
  private final Editor editor;
  private final CodeArea area;
  private final SourceContent content;
  private final Messages messages;
  private final FieldWords words;
  private final KnownNames names;
  private final Suggestions suggestions = new Suggestions();
  private final NamePrompt prompt;

  SourceCommands(Editor editor, CodeArea area, SourceContent content, Messages messages) {
    this.editor = editor;
    this.area = area;
    this.content = content;
    this.messages = messages;
    this.words = new FieldWords(messages);
    this.names = new KnownNames(editor);
    this.prompt = new NamePrompt();
    area.addEventFilter(KeyEvent.KEY_PRESSED, suggestions::key);
    area.addEventFilter(MouseEvent.MOUSE_CLICKED, this::click);
  }

  KnownNames names() {
    return names;
  }

  Suggestions suggestions() {
    return suggestions;
  }

  CodeArea area() {
    return area;
  }

  SourceContent content() {
    return content;
  }

  Messages messages() {
    return messages;
  }

  /** Offers what can be written, or says that nothing is known. */
  void offer() {
    complete();
    if (!suggestions.isShowing()) {
      say(messages.text("source.no-proposal"));
    }
  }

  /** Told what was typed, once the caret stands behind it. */
  void typed(TextEdits edits) {
    String last = edits.edits().getLast().replacement();
    boolean isTag = last.endsWith("{") && textBefore(2).equals("{{");
    boolean goesOn = suggestions.isShowing() && !last.isBlank();
    if (isTag || goesOn) {
      complete();
    } else {
      suggestions.hide();
    }
  }

  private void click(MouseEvent event) {
    boolean goes = event.isShortcutDown() && event.getButton() == MouseButton.PRIMARY;
    if (goes) {
      event.consume();
      goToDefinition();
    }
  }

  void complete() {
    Completions completions = names.completions(caret());
    List<Suggestions.Row> rows =
        completions.proposals().stream().map(p -> row(p, completions.word())).toList();
    suggestions.show(area, caretOnScreen(), "", rows);
  }

  private Suggestions.Row row(Proposal proposal, TextRange word) {
    String kind = proposal.kind().name().toLowerCase(Locale.ROOT);
    String detail =
        proposal.field().filter(_ -> proposal.kind() == Proposal.Kind.FIELD).isPresent()
            ? proposal.field().map(words::label).orElse("")
            : messages.text("source.kind." + kind);
    String note = proposal.field().flatMap(words::description).orElse("");
    return new Suggestions.Row(kind, proposal.name(), detail, note, () -> write(proposal, word));
  }

  /** What is written takes the place of the word, and of the braces that a tag lacks. */
  private void write(Proposal proposal, TextRange word) {
    int end = Math.max(word.end(), caret());
    String rest = content.text().slice(end, lineEnd(end));
    boolean isOpenTag =
        proposal.kind() == Proposal.Kind.VARIABLE
            && textBefore(word.start(), 2).equals("{{")
            && !rest.stripLeading().startsWith("}}");
    TextPos after =
        area.replaceText(
            content.positionOf(word.start()),
            content.positionOf(end),
            proposal.text() + (isOpenTag ? "}}" : ""));
    area.select(after);
  }

  void goToDefinition() {
    Optional<Mention> mention = names.at(caret());
    Optional<TextRange> definition = mention.flatMap(found -> names.definition(found.symbol()));
    if (definition.isPresent()) {
      editor.reveal(definition.get());
      editor.selectAt(definition.get().start());
    } else {
      say(
          mention
              .map(found -> messages.text("source.no-definition", found.symbol().name()))
              .orElseGet(() -> messages.text("source.no-name")));
    }
  }

  void findUsages() {
    Optional<Mention> mention = names.at(caret());
    if (mention.isEmpty()) {
      say(messages.text("source.no-name"));
      return;
    }
    List<Mention> places = names.mentions(mention.get().symbol());
    List<Suggestions.Row> rows = new ArrayList<>();
    places.forEach(place -> rows.add(row(place)));
    suggestions.show(
        area,
        caretOnScreen(),
        messages.text("source.usages", mention.get().symbol().name(), places.size()),
        rows);
  }

  private Suggestions.Row row(Mention place) {
    SourceText text = content.text();
    int line = text.lineOf(place.range().start());
    String written = text.slice(text.lineStart(line), text.lineEnd(line)).strip();
    String role = place.role().name().toLowerCase(Locale.ROOT);
    return new Suggestions.Row(
        role,
        (line + 1) + "  " + written,
        messages.text("source.role." + role),
        "",
        () -> editor.reveal(place.range()));
  }

  void rename() {
    Optional<Mention> mention = names.at(caret());
    if (mention.isEmpty()) {
      say(messages.text("source.no-name"));
      return;
    }
    Symbol symbol = mention.get().symbol();
    prompt.ask(
        area,
        caretOnScreen(),
        new NamePrompt.Question(
            messages.text("source.rename", symbol.name()),
            symbol.name(),
            name -> editor.plan(renaming(symbol, name)).refusal().map(messages::problem),
            name -> editor.apply(renaming(symbol, name)).refusal().map(messages::problem)));
  }

  /** Asks for a line to go to. @param take goes there, or says why it cannot */
  void askForLine(Function<String, Optional<String>> take) {
    int line = content.text().lineOf(caret()) + 1;
    prompt.ask(
        area,
        caretOnScreen(),
        new NamePrompt.Question(
            messages.text("source.line", content.text().lineCount()),
            Integer.toString(line),
            _ -> Optional.empty(),
            take));
  }

  /** What gives a name to everything that is called so. */
  private static Command renaming(Symbol symbol, String name) {
    return switch (symbol) {
      case Symbol.OfTemplate(int resource, TemplateName from) ->
          new RenameTemplate(resource, from, new TemplateName(name));
      case Symbol.OfTask(var scope, TaskName task) ->
          new RenameTask(scope, new NodeId(task.value()), new TaskName(name));
      case Symbol.OfInlineTask(Scope scope, TaskName around, TaskName task) ->
          new RenameInlineTask(scope, new NodeId(around.value()), task, new TaskName(name));
      case Symbol.OfInput(Scope scope, Symbol.Value value, String input) ->
          new RenameSlot(scope, slot("inputs", value), input, name);
      case Symbol.OfOutput(Scope scope, Symbol.Value value, String output) ->
          new RenameSlot(scope, slot("outputs", value), output, name);
      case Symbol.OfInlineInput(Scope scope, TaskName task, Symbol.Value value, String input) ->
          new RenameInlineSlot(scope, new NodeId(task.value()), slot("inputs", value), input, name);
      case Symbol.OfInlineOutput(Scope scope, TaskName task, Symbol.Value value, String output) ->
          new RenameInlineSlot(
              scope, new NodeId(task.value()), slot("outputs", value), output, name);
      case Symbol.OfWorkflowParameter(int resource, String from) ->
          new RenameArgument(resource, Symbol.Value.PARAMETER, from, name);
      case Symbol.OfWorkflowArtifact(int resource, String from) ->
          new RenameArgument(resource, Symbol.Value.ARTIFACT, from, name);
      case Symbol.OfVolume(Scope scope, String from) -> new RenameVolume(scope, from, name);
    };
  }

  private static Slot slot(String side, Symbol.Value value) {
    return Slot.ofPath(side + "." + value.key()).orElseThrow();
  }

  private int caret() {
    TextPos caret = area.getCaretPosition();
    return caret == null ? 0 : content.offsetOf(caret);
  }

  private String textBefore(int units) {
    return textBefore(caret(), units);
  }

  private String textBefore(int offset, int units) {
    return content.text().slice(Math.max(0, offset - units), offset);
  }

  private int lineEnd(int offset) {
    return content.text().lineEnd(content.text().lineOf(offset));
  }

  /** Says something at the caret. */
  void say(String sentence) {
    Bounds caret = caretOnScreen();
    Tooltip tip = new Tooltip(sentence);
    tip.setAutoHide(true);
    tip.show(area, caret.getMinX(), caret.getMaxY() + 2);
  }

  /** Where the caret is drawn; the upper left of the area while it is not. */
  private Bounds caretOnScreen() {
    Node caret = area.lookup(".caret");
    Bounds bounds = caret == null ? null : caret.localToScreen(caret.getBoundsInLocal());
    if (bounds != null && !bounds.isEmpty()) {
      return bounds;
    }
    Bounds whole = area.localToScreen(area.getBoundsInLocal());
    return whole == null
        ? new BoundingBox(0, 0, 1, 1)
        : new BoundingBox(whole.getMinX() + 40, whole.getMinY() + 20, 1, 1);
  }
}

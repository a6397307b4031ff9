// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import tiphys.app.editor.Editor;
import tiphys.app.message.FieldWords;
import tiphys.app.message.Messages;
import tiphys.model.completion.FieldPlace;
import tiphys.model.symbol.Symbol;
import tiphys.model.symbol.Symbol.Value;

/**
 * Says what stands under a pointer that rests: its problem and what mends it, its name, its field.
 */
final class Hover {
  private static final Duration REST = Duration.millis(450);

  private final Editor editor;
  private final CodeArea area;
  private final SourceContent content;
  private final Messages messages;
  private final FieldWords words;
  private final KnownNames names;
  private final QuickFixes fixes;
  private final HoverCard card;
  private final PauseTransition rest = new PauseTransition(REST);

  Hover(Editor editor, CodeArea area, SourceContent content, Messages messages, KnownNames names) {
    this.editor = editor;
    this.area = area;
    this.content = content;
    this.messages = messages;
    this.words = new FieldWords(messages);
    this.names = names;
    this.fixes = new QuickFixes(editor, messages);
    this.card = new HoverCard(messages, fix -> editor.apply(fix.command()));
    area.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
    area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> hide());
    area.addEventFilter(KeyEvent.KEY_PRESSED, _ -> hide());
    area.addEventFilter(ScrollEvent.SCROLL, _ -> hide());
  }

  HoverCard card() {
    return card;
  }

  private void moved(MouseEvent event) {
    card.leave();
    rest.setOnFinished(_ -> rested(event.getScreenX(), event.getScreenY()));
    rest.playFromStart();
  }

  private void leave() {
    rest.stop();
    card.leave();
  }

  private void hide() {
    rest.stop();
    card.hide();
  }

  private void rested(double screenX, double screenY) {
    TextPos position = area.getTextPosition(screenX, screenY);
    boolean isUsed = area.getScene() != null && area.getScene().getWindow().isFocused();
    if (position != null && isUsed) {
      show(content.offsetOf(position), screenX + 8, screenY + 14);
    }
  }

  /** Says what can be said of a place; nothing where it means nothing. */
  void show(int offset, double screenX, double screenY) {
    List<String> said = sentences(offset);
    if (!said.isEmpty()) {
      card.show(area, screenX, screenY, said, fixes.under(offset));
    }
  }

  /** What can be said of a place, a paragraph each; empty for a place that means nothing. */
  List<String> sentences(int offset) {
    List<String> said = new ArrayList<>();
    editor.state().get().problems().stream()
        .filter(problem -> problem.place().filter(place -> place.touches(offset)).isPresent())
        .map(messages::problem)
        .distinct()
        .forEach(said::add);
    names.at(offset).ifPresent(mention -> said.add(sentence(mention.symbol())));
    FieldPlace.at(content.text(), offset)
        .ifPresent(
            field ->
                said.add(
                    words
                        .description(field)
                        .map(text -> field.name() + " — " + text)
                        .orElse(field.name() + " — " + words.label(field))));
    return said;
  }

  private String sentence(Symbol symbol) {
    return switch (symbol) {
      case Symbol.OfTemplate template -> said("template", symbol, template.template().value());
      case Symbol.OfTask task -> said("task", symbol, task.scope().template().value());
      case Symbol.OfInlineTask task -> said("task", symbol, task.around().value());
      case Symbol.OfInput input ->
          said(
              input.value() == Value.PARAMETER ? "input-parameter" : "input-artifact",
              symbol,
              input.scope().template().value());
      case Symbol.OfOutput output ->
          said(
              output.value() == Value.PARAMETER ? "output-parameter" : "output-artifact",
              symbol,
              output.scope().template().value());
      case Symbol.OfInlineInput input ->
          said(
              input.value() == Value.PARAMETER ? "input-parameter" : "input-artifact",
              symbol,
              input.task().value());
      case Symbol.OfInlineOutput output ->
          said(
              output.value() == Value.PARAMETER ? "output-parameter" : "output-artifact",
              symbol,
              output.task().value());
      case Symbol.OfWorkflowParameter _ -> said("workflow-parameter", symbol, "");
      case Symbol.OfWorkflowArtifact _ -> said("workflow-artifact", symbol, "");
      case Symbol.OfVolume _ -> said("volume", symbol, "");
    };
  }

  private String said(String kind, Symbol symbol, String of) {
    int places = names.mentions(symbol).size();
    return messages.text("source.symbol." + kind, symbol.name(), of, places);
  }
}

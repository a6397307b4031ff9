// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.app.theme.WhileShown;

/** Says of a run on a cluster where it is, what it says itself, and whether what is shown holds. */
final class RunBanner extends HBox {
  private final RunControl control;
  private final Messages messages;
  private final Label where = new Label();
  private final Label message = new Label();
  private final Label note = new Label();

  RunBanner(RunControl control, Messages messages) {
    super(10);
    this.control = control;
    this.messages = messages;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("run-banner");
    where.setId("run-where");
    where.setGraphic(new GlyphView("cloud", 14));
    message.setId("run-said");
    message.getStyleClass().add("field-hint");
    note.setId("run-note");
    note.setAccessibleRole(AccessibleRole.TEXT);
    getChildren().addAll(where, message, note);
    managedProperty().bind(visibleProperty());
    WhileShown.of(control.run(), this).subscribe(_ -> show());
    WhileShown.of(control.note(), this).subscribe(_ -> show());
    WhileShown.of(control.progress(), this).subscribe(_ -> show());
    show();
  }

  private void show() {
    Optional<RunPlace> place = control.run().get().flatMap(LiveRun::place);
    RunNote now = control.note().get();
    setVisible(place.isPresent());
    where.setText(
        place
            .map(of -> messages.text("runs.place", of.connection(), of.namespace(), of.name()))
            .orElse(""));
    message.setText(control.progress().get().message());
    note.setText(words(now));
    note.getStyleClass().setAll("label", now.isBad() ? "field-refusal" : "field-hint");
    note.setGraphic(
        now.kind() == RunNote.Kind.NONE
            ? null
            : new GlyphView(now.isBad() ? "warning" : "check", 13)
                .styled(now.isBad() ? "severity-warning" : "phase-succeeded"));
  }

  private String words(RunNote now) {
    String at =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
            .withLocale(messages.language().locale())
            .withZone(ZoneId.systemDefault())
            .format(now.since());
    return now.kind() == RunNote.Kind.NONE
        ? ""
        : messages.text(
            "runs.note-" + now.kind().key(), at, now.why().map(messages::problem).orElse(""));
  }
}

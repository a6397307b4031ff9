// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import tiphys.app.connections.ConnectionState.Light;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.app.theme.WhileShown;

/** How the connections do, at the foot of a window; a click opens them. */
public final class ConnectionLight extends HBox {
  private final Messages messages;
  private final Button light = new Button();
  private final Label unverified = new Label();
  private final Tooltip all = new Tooltip();

  public ConnectionLight(ConnectionDesk desk, Messages messages, Runnable open) {
    super(4);
    this.messages = messages;
    getStylesheets().add(ConnectionsView.STYLE);
    getStyleClass().add("connection-light");
    light.setId("connection-light");
    light.getStyleClass().add("status-button");
    light.setOnAction(_ -> open.run());
    light.setTooltip(all);
    unverified.setId("connection-light-unverified");
    unverified.getStyleClass().add("connection-warning");
    unverified.setGraphic(new GlyphView("warning", GlyphView.SMALL).styled("severity-warning"));
    unverified.setText(messages.text("connections.light-unverified"));
    unverified.managedProperty().bind(unverified.visibleProperty());
    getChildren().addAll(unverified, light);
    WhileShown.of(desk.states(), this).subscribe(this::show);
  }

  /** Of those in use the worst is told: it is the one to look at. */
  private void show(List<ConnectionState> states) {
    List<ConnectionState> told =
        states.stream().filter(state -> state.isUsed() || state.light() != Light.UNKNOWN).toList();
    Optional<ConnectionState> worst =
        told.stream().max(Comparator.comparing(ConnectionState::light));
    String phase = worst.map(state -> state.light().phase()).orElse("");
    light.setGraphic(
        phase.isEmpty()
            ? new GlyphView("cloud", 13)
            : new GlyphView(phase, 13).styled("phase-" + phase));
    light.setText(worst.map(this::words).orElseGet(() -> idle(states.size())));
    light.setAccessibleText(messages.text("connections.light-spoken", light.getText()));
    unverified.setVisible(
        states.stream().anyMatch(state -> state.isUsed() && state.isUnverified()));
    all.setText(
        states.isEmpty()
            ? messages.text("connections.light-open")
            : states.stream().map(this::whole).collect(Collectors.joining("\n")));
  }

  private String idle(int count) {
    return count == 0
        ? messages.text("connections.light-none")
        : messages.text("connections.light-idle", count);
  }

  private String words(ConnectionState state) {
    return state.light() == Light.REACHED
        ? state.name()
        : messages.text(
            "connections.light-of",
            state.name(),
            messages.text("connections.light-" + state.light().key()));
  }

  private String whole(ConnectionState state) {
    String words =
        messages.text(
            "connections.light-of",
            state.name(),
            messages.text("connections.light-" + state.light().key()));
    return state.why().map(why -> words + " – " + messages.problem(why)).orElse(words);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.exporter.cluster.CheckStep;
import tiphys.model.problem.Problem;

/** What is told of the connection in the form: the steps of its test, and what is wrong with it. */
final class ConnectionReport extends VBox {
  private final Messages messages;
  private final Consumer<String> pin;
  private final Runnable explain;

  /**
   * @param pin trusts the certificate of a fingerprint and no other
   * @param explain tells more of what can be wrong
   */
  ConnectionReport(Messages messages, Consumer<String> pin, Runnable explain) {
    super(5);
    this.explain = explain;
    this.messages = messages;
    this.pin = pin;
    setId("connection-told");
  }

  boolean isEmpty() {
    return getChildren().isEmpty();
  }

  void clear() {
    getChildren().clear();
  }

  void say(String key) {
    Label sentence = new Label(messages.text(key));
    sentence.setWrapText(true);
    sentence.getStyleClass().add("field-hint");
    getChildren().add(sentence);
  }

  void refuse(Problem why) {
    getChildren().addAll(trouble(why));
  }

  void add(CheckStep step) {
    String key = "connections.check-" + step.kind().name().toLowerCase(Locale.ROOT);
    String phase = step.isGood() ? "succeeded" : "failed";
    Label what =
        new Label(
            messages.text(key, step.found()).strip(),
            new GlyphView(phase, GlyphView.SMALL).styled("phase-" + phase));
    what.setWrapText(true);
    VBox line = new VBox(3, what);
    step.trouble().ifPresent(why -> line.getChildren().addAll(trouble(why)));
    getChildren().add(line);
  }

  private List<Node> trouble(Problem why) {
    Label sentence = new Label(messages.problem(why));
    sentence.setWrapText(true);
    sentence.getStyleClass().add("field-refusal");
    return switch (why.code()) {
      case CLUSTER_CERTIFICATE_UNKNOWN, CLUSTER_CERTIFICATE_CHANGED ->
          List.of(sentence, pinning(why.arguments().getLast()), explanation());
      default -> List.of(sentence, explanation());
    };
  }

  private Hyperlink explanation() {
    Hyperlink link = new Hyperlink(messages.text("connections.explain"));
    link.setId("connection-explain");
    link.setOnAction(_ -> explain.run());
    return link;
  }

  private Hyperlink pinning(String fingerprint) {
    Hyperlink link = new Hyperlink(messages.text("connections.pin-this"));
    link.setId("connection-pin-this");
    link.setOnAction(_ -> pin.accept(fingerprint));
    return link;
  }
}

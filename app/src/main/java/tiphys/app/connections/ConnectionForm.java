// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import tiphys.app.concurrent.Background;
import tiphys.app.connections.ConnectionDraft.Certificate;
import tiphys.app.connections.ConnectionDraft.Token;
import tiphys.app.connections.ConnectionDraft.Way;
import tiphys.app.message.Messages;
import tiphys.exporter.cluster.connection.KubeContexts;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.model.problem.Outcome;

/** The fields of a connection; only those that its choices leave to say are shown. */
final class ConnectionForm extends NamedRows {
  /** What the form asks of others. */
  interface Surroundings {
    /** A file that the user chooses. */
    Optional<Path> chooseFile();

    /** The contexts of a kubeconfig. Blocks; called by a worker. */
    Outcome<KubeContexts> contexts(Optional<Path> kubeconfig);
  }

  private final Surroundings surroundings;
  private final Background.Newest reading;
  private final ComboBox<Way> way;
  private final ComboBox<Token> token;
  private final ComboBox<Certificate> certificate;
  private final ComboBox<String> context = new ComboBox<>();

  ConnectionForm(Surroundings surroundings, Background remote, Messages messages) {
    super(messages);
    this.surroundings = surroundings;
    this.reading = remote.newest();
    getStyleClass().add("connection-form");
    way = choice("way", Way.values());
    token = choice("token", Token.values());
    certificate = choice("certificate", Certificate.values());
    line("name");
    row("way", way, way);
    line("address");
    line("base");
    line("namespace");
    row("token", token, token);
    secret();
    line("command");
    line("account");
    line("account-namespace");
    file("kubeconfig");
    context();
    row("certificate", certificate, certificate);
    file("authorities");
    line("pin");
    warning();
    show(ConnectionDraft.EMPTY, false);
    for (ComboBox<?> choice : List.of(way, token, certificate)) {
      choice.valueProperty().subscribe((_, _) -> showRows());
    }
  }

  /** What is written into it is never shown, nor is what is kept. */
  private void secret() {
    PasswordField field = new PasswordField();
    row("secret", field, field, field);
  }

  private void file(String key) {
    TextField field = new TextField();
    field.setPromptText(messages().text("connections." + key + "-hint"));
    Button browse = new Button(messages().text("connections.browse"));
    browse.setId("connection-browse-" + key);
    browse.setOnAction(
        _ -> surroundings.chooseFile().ifPresent(file -> field.setText(file.toString())));
    HBox.setHgrow(field, Priority.ALWAYS);
    row(key, field, field, new HBox(6, field, browse));
  }

  private void context() {
    context.setEditable(true);
    context.setPromptText(messages().text("connections.context-current"));
    row("context", context, context.getEditor(), context);
    field("kubeconfig").textProperty().subscribe((_, _) -> readContexts());
  }

  private void warning() {
    Label warning = new Label(messages().text("connections.unverified-warning"));
    warning.setId("connection-unverified");
    warning.setWrapText(true);
    warning.getStyleClass().add("connection-warning");
    remark("warning", warning);
  }

  /** Puts a connection into the fields. @param isKept whether a token of it is kept already */
  void show(ConnectionDraft draft, boolean isKept) {
    way.setValue(draft.way());
    token.setValue(draft.token());
    certificate.setValue(draft.certificate());
    set("name", draft.name());
    set("address", draft.address());
    set("base", draft.base());
    set("namespace", draft.namespace());
    set("secret", "");
    set("command", draft.command());
    set("account", draft.account());
    set("account-namespace", draft.accountNamespace());
    set("kubeconfig", draft.kubeconfig());
    context.setValue(draft.context());
    set("authorities", draft.authorities());
    set("pin", draft.pin());
    field("secret")
        .setPromptText(
            messages().text(isKept ? "connections.secret-kept" : "connections.secret-hint"));
    showRows();
    readContexts();
  }

  /** What stands in the fields. */
  ConnectionDraft draft() {
    return new ConnectionDraft(
        written("name"),
        way.getValue(),
        written("address"),
        written("base"),
        written("namespace"),
        written("kubeconfig"),
        written("context"),
        token.getValue(),
        written("command"),
        written("account"),
        written("account-namespace"),
        certificate.getValue(),
        written("authorities"),
        written("pin"));
  }

  /** The token that was written, if one was. */
  Optional<Secret> typed() {
    boolean isMeant = way.getValue() == Way.SERVER && token.getValue() == Token.TYPED;
    return Optional.of(Secret.ofToken(written("secret")))
        .filter(secret -> isMeant && !secret.isEmpty());
  }

  /** Trusts one certificate and no other. */
  void pin(String fingerprint) {
    certificate.setValue(Certificate.PINNED);
    set("pin", fingerprint);
  }

  void focusName() {
    field("name").requestFocus();
  }

  /** What the form has left to say. */
  private void showRows() {
    boolean isServer = way.getValue() == Way.SERVER;
    boolean hasContext =
        !isServer || token.getValue() == Token.CONTEXT || token.getValue() == Token.ACCOUNT;
    for (String key : List.of("address", "base", "token", "certificate")) {
      show(key, isServer);
    }
    show("secret", isServer && token.getValue() == Token.TYPED);
    show("command", isServer && token.getValue() == Token.COMMAND);
    show("account", isServer && token.getValue() == Token.ACCOUNT);
    show("account-namespace", isServer && token.getValue() == Token.ACCOUNT);
    show("kubeconfig", hasContext);
    show("context", hasContext);
    show("authorities", isServer && certificate.getValue() == Certificate.FILE);
    show("pin", isServer && certificate.getValue() == Certificate.PINNED);
    show("warning", isServer && certificate.getValue() == Certificate.UNVERIFIED);
  }

  private void readContexts() {
    String file = written("kubeconfig").strip();
    reading.run(
        () -> surroundings.contexts(file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file))),
        this::offer);
  }

  private void offer(Outcome<KubeContexts> found) {
    String written = written("context");
    context.getItems().setAll(found.result().map(KubeContexts::names).orElse(List.of()));
    set("context", written);
    context.setPromptText(
        found
            .result()
            .map(KubeContexts::current)
            .filter(current -> !current.isEmpty())
            .map(current -> messages().text("connections.context-current-named", current))
            .orElseGet(() -> messages().text("connections.context-current")));
  }
}

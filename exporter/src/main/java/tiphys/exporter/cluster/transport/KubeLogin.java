// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * Lets one in at a Kubernetes API, and again when what one showed is over or refused: the
 * kubeconfig is read anew then, as others may have logged in, and its program is run. Safe for any
 * thread.
 */
final class KubeLogin implements AutoCloseable {
  private final Supplier<Outcome<Kubeconfig>> source;
  private final Duration patience;
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private volatile Optional<Session> session = Optional.empty();

  /** A client, and what it shows. */
  record Session(KubernetesClient client, Credential credential) implements AutoCloseable {
    Secret token() {
      return credential.token();
    }

    @Override
    public void close() {
      client.close();
    }
  }

  /**
   * @param patience with the program of a kubeconfig
   */
  KubeLogin(Supplier<Outcome<Kubeconfig>> source, Duration patience) {
    this.source = source;
    this.patience = patience;
  }

  synchronized Outcome<Session> session() {
    return session
        .filter(now -> !now.credential().isOver())
        .map(Outcome::done)
        .orElseGet(this::loggedIn);
  }

  /** Another than the one that was refused. */
  synchronized Outcome<Session> renewed(Session refused) {
    return session.filter(now -> !now.equals(refused)).map(Outcome::done).orElseGet(this::loggedIn);
  }

  private Outcome<Session> loggedIn() {
    Outcome<Session> made =
        source
            .get()
            .then(
                config ->
                    config
                        .credential(patience, closed)
                        .then(credential -> with(config, credential)));
    made.result().ifPresent(now -> session = Optional.of(now));
    if (closed.isDone()) {
      session.ifPresent(Session::close);
    }
    return made;
  }

  /** A token is shown anew with each request; a certificate needs another client. */
  private Outcome<Session> with(Kubeconfig kubeconfig, Credential credential) {
    Optional<Session> same =
        session.filter(
            before -> before.credential().certificate().equals(credential.certificate()));
    if (same.isPresent()) {
      return Outcome.done(new Session(same.get().client(), credential));
    }
    try {
      Session made = new Session(client(kubeconfig, credential), credential);
      session.ifPresent(Session::close);
      return Outcome.done(made);
    } catch (KubernetesClientException | IllegalArgumentException _) {
      return Outcome.refused(ProblemCode.KUBECONFIG_CERTIFICATE_UNREADABLE, kubeconfig.context());
    }
  }

  private static KubernetesClient client(Kubeconfig kubeconfig, Credential credential) {
    ConfigBuilder whole = new ConfigBuilder(kubeconfig.config());
    whole.withClientKeyAlgo(kubeconfig.keyAlgorithm());
    credential
        .certificate()
        .ifPresent(
            shown ->
                whole
                    .withClientCertData(base64(shown.certificate()))
                    .withClientKeyData(base64(shown.key()))
                    .withClientKeyAlgo(ClientKey.algorithm(null, base64(shown.key()))));
    Config made = whole.build();
    // whether and how often to try again is decided where the sentence is said
    made.setRequestRetryBackoffLimit(0);
    return new KubernetesClientBuilder()
        .withConfig(made)
        .withHttpClientBuilderConsumer(
            builder -> builder.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, null))
        .build();
  }

  private static String base64(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
  }

  /** Does not wait for the program that may be running. */
  @Override
  public void close() {
    closed.complete("");
    session.ifPresent(Session::close);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.exporter.cluster.connection.Target;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/**
 * To a Kubernetes API, by the client that knows kubeconfigs: certificates and proxies are its
 * business, logging in is that of {@link KubeLogin}. Making one costs about half a second the first
 * time.
 */
public final class KubernetesTransport implements Transport {
  /** Programs that log in open a browser; whoever has to click there needs this long. */
  private static final Duration LOGIN = Duration.ofMinutes(2);

  private static final int UNAUTHORIZED = 401;

  private final KubeLogin login;
  private final URI address;
  private final String namespace;
  private final String context;

  private KubernetesTransport(Kubeconfig kubeconfig, KubeLogin login) {
    this.login = login;
    this.address = URI.create(kubeconfig.config().getMasterUrl().replaceFirst("/+$", ""));
    this.namespace = Optional.ofNullable(kubeconfig.config().getNamespace()).orElse("default");
    this.context = kubeconfig.context();
  }

  /** Refused where the kubeconfig cannot be read or has no such context. Reaches nothing yet. */
  public static Outcome<KubernetesTransport> to(
      Target.KubeContext target, Map<String, String> environment) {
    return to(target, environment, LOGIN);
  }

  static Outcome<KubernetesTransport> to(
      Target.KubeContext target, Map<String, String> environment, Duration patience) {
    return Kubeconfig.of(target, environment)
        .then(
            kubeconfig ->
                Outcome.done(
                    new KubernetesTransport(
                        kubeconfig,
                        new KubeLogin(() -> Kubeconfig.of(target, environment), patience))));
  }

  @Override
  public String address() {
    return address.toString();
  }

  /** The namespace of the context; {@code default} where it names none. */
  public String namespace() {
    return namespace;
  }

  /** The context's name. */
  public String context() {
    return context;
  }

  /** The token of the context; empty where it has none. */
  Outcome<Secret> token() {
    return login.session().then(session -> Outcome.done(session.token()));
  }

  @Override
  public Outcome<Answer> send(Call call) {
    return exchange(call, byte[].class)
        .then(response -> Outcome.done(new Answer(response.code(), body(response))));
  }

  private static byte[] body(HttpResponse<byte[]> response) {
    return Optional.ofNullable(response.body()).orElse(new byte[0]);
  }

  @Override
  public Outcome<LineStream> open(Call call) {
    return exchange(call, InputStream.class).then(this::lines);
  }

  private Outcome<LineStream> lines(HttpResponse<InputStream> response) {
    if (response.isSuccessful()) {
      return Outcome.done(new LineStream(response.body()));
    }
    return whole(response)
        .object(address(), ProblemCode.CLUSTER_WITHOUT_ARGO)
        .then(_ -> Outcome.refused(ProblemCode.CLUSTER_NOT_ARGO, address()));
  }

  private static Answer whole(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      return new Answer(response.code(), body.readAllBytes());
    } catch (IOException _) {
      return new Answer(response.code(), new byte[0]);
    }
  }

  private <T> Outcome<HttpResponse<T>> exchange(Call call, Class<T> type) {
    return login
        .session()
        .then(
            session ->
                exchange(call, type, session)
                    .then(
                        first ->
                            first.code() == UNAUTHORIZED
                                ? login.renewed(session).then(anew -> exchange(call, type, anew))
                                : Outcome.done(first)));
  }

  private <T> Outcome<HttpResponse<T>> exchange(
      Call call, Class<T> type, KubeLogin.Session session) {
    CompletableFuture<HttpResponse<T>> answer;
    try {
      answer = session.client().getHttpClient().sendAsync(request(call, type, session), type);
    } catch (IllegalStateException _) {
      // closed in the meantime, by whoever does not want the answer any more
      return Outcome.refused(ProblemCode.CLUSTER_BROKEN_OFF, address());
    }
    try {
      return Outcome.done(answer.get(call.patience().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return Outcome.refused(trouble(e, call));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Outcome.refused(trouble(e, call));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Outcome.refused(ProblemCode.CLUSTER_BROKEN_OFF, address());
    }
  }

  /** Who is believed stands in the kubeconfig, so it is to be mended there. */
  private Problem trouble(Exception thrown, Call call) {
    Problem why = TransportTrouble.of(thrown, address, call.patience());
    return why.code() == ProblemCode.CLUSTER_CERTIFICATE_UNKNOWN
        ? Problem.refusal(
            ProblemCode.KUBECONFIG_CERTIFICATE_UNKNOWN, why.arguments().toArray(String[]::new))
        : why;
  }

  private HttpRequest request(Call call, Class<?> type, KubeLogin.Session session) {
    HttpRequest.Builder request =
        session
            .client()
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(URI.create(address + call.target()))
            .method(
                call.method(), call.contentType(), call.body().map(JsonNode::toString).orElse(null))
            .setHeader("Accept", call.accept());
    if (!session.token().isEmpty()) {
      request.setHeader("Authorization", session.token().authorization());
    }
    if (type == InputStream.class) {
      request.forStreaming();
    }
    return request.build();
  }

  @Override
  public void close() {
    login.close();
  }
}

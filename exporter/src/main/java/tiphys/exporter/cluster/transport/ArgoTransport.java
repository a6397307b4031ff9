// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.exporter.cluster.connection.Target;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** To an Argo Server, by the JDK's HTTP client. */
public final class ArgoTransport implements Transport {
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final int UNAUTHORIZED = 401;

  private final URI address;
  private final HttpClient client;
  private final BearerTokens tokens;

  private ArgoTransport(URI address, HttpClient client, BearerTokens tokens) {
    this.address = address;
    this.client = client;
    this.tokens = tokens;
  }

  /** Sends nothing yet. Refused where a file of authorities cannot be read. */
  public static Outcome<Transport> to(
      Target.ArgoServer server, String connection, TokenSources sources) {
    return TlsContext.of(server.trust())
        .then(
            tls ->
                Outcome.done(
                    new ArgoTransport(
                        server.address(),
                        HttpClient.newBuilder()
                            // gRPC has the port's HTTP/2 for itself (Argo: ARGO_HTTP1)
                            .version(HttpClient.Version.HTTP_1_1)
                            .connectTimeout(CONNECTING)
                            .proxy(sources.proxy())
                            .sslContext(tls)
                            .build(),
                        sources.tokens(connection, server.token()))));
  }

  @Override
  public String address() {
    return address.toString();
  }

  @Override
  public Outcome<Answer> send(Call call) {
    return tokens
        .current()
        .then(
            token ->
                exchange(call, token, HttpResponse.BodyHandlers.ofByteArray())
                    .then(
                        first ->
                            first.statusCode() == UNAUTHORIZED
                                ? again(call, token, HttpResponse.BodyHandlers.ofByteArray())
                                : Outcome.done(first)))
        .then(response -> Outcome.done(new Answer(response.statusCode(), response.body())));
  }

  @Override
  public Outcome<Body> open(Call call) {
    HttpResponse.BodyHandler<InputStream> handler = HttpResponse.BodyHandlers.ofInputStream();
    return tokens
        .current()
        .then(
            token ->
                exchange(call, token, handler)
                    .then(
                        first ->
                            first.statusCode() == UNAUTHORIZED
                                ? again(call, token, handler)
                                : Outcome.done(first)))
        .then(this::started);
  }

  private Outcome<Body> started(HttpResponse<InputStream> response) {
    if (Body.isOne(response.statusCode())) {
      return Outcome.done(
          new Body(response.statusCode(), response.body(), response.headers()::firstValue));
    }
    return whole(response)
        .object(address(), ProblemCode.CLUSTER_NOT_ARGO)
        .then(_ -> Outcome.refused(ProblemCode.CLUSTER_NOT_ARGO, address()));
  }

  private static Answer whole(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      return new Answer(response.statusCode(), body.readAllBytes());
    } catch (IOException _) {
      return new Answer(response.statusCode(), new byte[0]);
    }
  }

  private <T> Outcome<HttpResponse<T>> again(
      Call call, Secret refused, HttpResponse.BodyHandler<T> handler) {
    return tokens.renewed(refused).then(token -> exchange(call, token, handler));
  }

  private <T> Outcome<HttpResponse<T>> exchange(
      Call call, Secret token, HttpResponse.BodyHandler<T> handler) {
    CompletableFuture<HttpResponse<T>> answer;
    try {
      answer = client.sendAsync(request(call, token), handler);
    } catch (RejectedExecutionException _) {
      // closed in the meantime, by whoever does not want the answer any more
      return Outcome.refused(ProblemCode.CLUSTER_BROKEN_OFF, address());
    }
    try {
      return Outcome.done(answer.get(call.patience().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return Outcome.refused(TransportTrouble.of(e, address, call.patience()));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Outcome.refused(TransportTrouble.of(e, address, call.patience()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Outcome.refused(ProblemCode.CLUSTER_BROKEN_OFF, address());
    }
  }

  private HttpRequest request(Call call, Secret token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + call.target()))
            .header("Accept", call.accept())
            .method(
                call.method(),
                call.body()
                    .map(JsonNode::toString)
                    .map(HttpRequest.BodyPublishers::ofString)
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    call.body().ifPresent(_ -> request.header("Content-Type", call.contentType()));
    if (!token.isEmpty()) {
      request.header("Authorization", token.authorization());
    }
    return request.build();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

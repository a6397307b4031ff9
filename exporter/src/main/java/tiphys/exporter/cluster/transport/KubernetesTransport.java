// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.exporter.cluster.connection.Target;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * To a Kubernetes API, by the client that knows kubeconfigs: certificates, tokens, exec plugins and
 * proxies are its business. Making one costs about half a second the first time.
 */
public final class KubernetesTransport implements Transport {
  private final KubernetesClient client;
  private final URI address;

  private KubernetesTransport(KubernetesClient client) {
    this.client = client;
    this.address = URI.create(client.getMasterUrl().toString().replaceFirst("/$", ""));
  }

  /** Refused where the kubeconfig cannot be read or has no such context. */
  public static Outcome<KubernetesTransport> to(Target.KubeContext target) {
    return config(target)
        .then(
            config -> {
              // whether and how often to try again is decided where the sentence is said
              config.setRequestRetryBackoffLimit(0);
              return Outcome.done(
                  new KubernetesTransport(
                      new KubernetesClientBuilder().withConfig(config).build()));
            });
  }

  private static Outcome<Config> config(Target.KubeContext target) {
    Optional<Path> file = target.kubeconfig();
    if (file.filter(named -> !Files.isReadable(named)).isPresent()) {
      return Outcome.refused(ProblemCode.KUBECONFIG_UNREADABLE, file.get().toString());
    }
    String wanted = target.context().isEmpty() ? null : target.context();
    try {
      Config config =
          file.isPresent()
              ? Config.fromKubeconfig(wanted, file.get().toFile())
              : Config.autoConfigure(wanted);
      List<String> contexts =
          config.getContexts() == null
              ? List.of()
              : config.getContexts().stream().map(NamedContext::getName).toList();
      if (contexts.isEmpty() && config.getMasterUrl().contains("kubernetes.default.svc")) {
        return Outcome.refused(ProblemCode.KUBECONFIG_MISSING);
      }
      if (wanted != null && !contexts.contains(wanted)) {
        return Outcome.refused(
            ProblemCode.KUBECONFIG_NO_CONTEXT,
            wanted,
            contexts.stream().collect(Collectors.joining(", ")));
      }
      return Outcome.done(new ConfigBuilder(config).build());
    } catch (KubernetesClientException | IllegalArgumentException _) {
      return Outcome.refused(
          ProblemCode.KUBECONFIG_UNREADABLE,
          file.map(Path::toString)
              .orElseGet(() -> String.join(", ", Config.getKubeconfigFilenames())));
    }
  }

  @Override
  public String address() {
    return address.toString();
  }

  /** The namespace of the context; {@code default} where it names none. */
  public String namespace() {
    return Optional.ofNullable(client.getConfiguration().getNamespace()).orElse("default");
  }

  /** The context's name; empty inside a cluster. */
  public String context() {
    return Optional.ofNullable(client.getConfiguration().getCurrentContext())
        .map(NamedContext::getName)
        .orElse("");
  }

  /** The token of the context; empty where it has none. */
  Secret token() {
    Config config = client.getConfiguration();
    String own =
        Optional.ofNullable(config.getAutoOAuthToken())
            .or(() -> Optional.ofNullable(config.getOauthToken()))
            .orElse("");
    return Secret.ofToken(own);
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
    CompletableFuture<HttpResponse<T>> answer;
    try {
      answer = client.getHttpClient().sendAsync(request(call, type), type);
    } catch (IllegalStateException _) {
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

  private HttpRequest request(Call call, Class<?> type) {
    HttpRequest.Builder request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(URI.create(address + call.target()))
            .method(
                call.method(), call.contentType(), call.body().map(JsonNode::toString).orElse(null))
            .setHeader("Accept", call.accept());
    if (type == InputStream.class) {
      request.forStreaming();
    }
    return request.build();
  }

  @Override
  public void close() {
    client.close();
  }
}

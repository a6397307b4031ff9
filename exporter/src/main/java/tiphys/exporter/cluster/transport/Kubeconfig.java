// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tiphys.exporter.cluster.connection.KubeContexts;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.exporter.cluster.connection.Target;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * One context of the user's kubeconfigs, merged as {@code kubectl} merges them: of each name the
 * first counts.
 *
 * @param config for the client, without what one shows to be let in but a certificate
 * @param folder that of the file which names the user
 */
record Kubeconfig(
    String context, Config config, AuthInfo user, Optional<ExecPlugin> plugin, Path folder) {
  /** A file with what stands in it. */
  private record Read(Path file, io.fabric8.kubernetes.api.model.Config content) {
    List<NamedContext> contexts() {
      return Optional.ofNullable(content.getContexts()).orElse(List.of());
    }

    List<NamedAuthInfo> users() {
      return Optional.ofNullable(content.getUsers()).orElse(List.of());
    }

    List<NamedCluster> clusters() {
      return Optional.ofNullable(content.getClusters()).orElse(List.of());
    }
  }

  /** Runs nothing and reaches nothing. */
  static Outcome<Kubeconfig> of(Target.KubeContext target, Map<String, String> environment) {
    List<Path> files = KubeContexts.files(target.kubeconfig(), environment);
    if (files.isEmpty()) {
      return Outcome.refused(ProblemCode.KUBECONFIG_MISSING);
    }
    List<Read> all = new ArrayList<>();
    for (Path file : files) {
      try {
        all.add(new Read(file, KubeConfigUtils.parseConfig(file.toFile())));
      } catch (KubernetesClientException | IllegalArgumentException | NullPointerException _) {
        return Outcome.refused(ProblemCode.KUBECONFIG_UNREADABLE, file.toString());
      }
    }
    return chosen(all, target.context())
        .then(
            made -> {
              made.takeProxy(new EnvironmentProxy(environment));
              return Outcome.done(made);
            });
  }

  private static Outcome<Kubeconfig> chosen(List<Read> all, String wanted) {
    List<NamedContext> contexts = all.stream().flatMap(each -> each.contexts().stream()).toList();
    if (contexts.isEmpty()) {
      return Outcome.refused(ProblemCode.KUBECONFIG_UNREADABLE, all.getFirst().file().toString());
    }
    String name =
        wanted.isEmpty()
            ? all.stream()
                .map(each -> Optional.ofNullable(each.content().getCurrentContext()).orElse(""))
                .filter(current -> !current.isEmpty())
                .findFirst()
                .orElse("current-context")
            : wanted;
    return contexts.stream()
        .filter(each -> name.equals(each.getName()))
        .findFirst()
        .map(NamedContext::getContext)
        .map(context -> Outcome.done(made(all, name, context)))
        .orElseGet(
            () ->
                Outcome.refused(
                    ProblemCode.KUBECONFIG_NO_CONTEXT,
                    name,
                    String.join(", ", contexts.stream().map(NamedContext::getName).toList())));
  }

  private static Kubeconfig made(List<Read> all, String name, Context context) {
    AuthInfo user = new AuthInfo();
    Path folder = folder(all.getFirst().file());
    for (Read each : all.reversed()) {
      for (NamedAuthInfo named : each.users()) {
        if (named.getName().equals(context.getUser()) && named.getUser() != null) {
          user = named.getUser();
          folder = folder(each.file());
        }
      }
    }
    Optional<Cluster> cluster =
        all.stream()
            .flatMap(each -> each.clusters().stream())
            .filter(each -> each.getName().equals(context.getCluster()))
            .findFirst()
            .map(NamedCluster::getCluster);
    Optional<ExecConfig> exec = Optional.ofNullable(user.getExec());
    // the client would run it at once, and wait for it without an end
    user.setExec(null);
    Config config = Config.empty();
    KubeConfigUtils.merge(
        config,
        name,
        all.stream().map(Read::content).toArray(io.fabric8.kubernetes.api.model.Config[]::new));
    Path base = folder;
    return new Kubeconfig(
        name, config, user, exec.map(it -> new ExecPlugin(it, base, cluster)), base);
  }

  /** One that the kubeconfig names itself counts before that of the environment. */
  private void takeProxy(EnvironmentProxy proxy) {
    if (config.getHttpsProxy() == null && config.getHttpProxy() == null) {
      proxy
          .to(URI.create(config.getMasterUrl()))
          .map(URI::toString)
          .ifPresent(
              there -> {
                config.setHttpProxy(there);
                config.setHttpsProxy(there);
              });
    }
  }

  /** Of the user's certificate, if there is one. */
  String keyAlgorithm() {
    return ClientKey.algorithm(config.getClientKeyFile(), config.getClientKeyData());
  }

  private static Path folder(Path file) {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
  }

  /** Who one is there; refused where the program for logging in gives nothing. */
  Outcome<Credential> credential(Duration patience, CompletableFuture<String> givenUp) {
    if (plugin.isPresent()) {
      return plugin.get().credential(patience, givenUp);
    }
    Optional<String> file = Optional.ofNullable(user.getTokenFile()).filter(it -> !it.isBlank());
    return file.isPresent()
        ? ofFile(folder.resolve(file.get()))
        : Outcome.done(Credential.of(Secret.ofToken(written())));
  }

  /** It is kept fresh by somebody else, so it counts before a token beside it. */
  private static Outcome<Credential> ofFile(Path file) {
    try {
      return Outcome.done(Credential.of(Secret.ofToken(Files.readString(file))));
    } catch (IOException _) {
      return Outcome.refused(ProblemCode.KUBECONFIG_NO_TOKEN_FILE, file.toString());
    }
  }

  private String written() {
    if (config.getUsername() != null && config.getPassword() != null) {
      byte[] both =
          (config.getUsername() + ":" + config.getPassword()).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(both);
    }
    return Optional.ofNullable(config.getAutoOAuthToken()).orElse("");
  }
}

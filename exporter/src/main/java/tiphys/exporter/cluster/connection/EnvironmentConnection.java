// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tiphys.model.problem.Outcome;

/** The connection that the environment variables of Argo's own CLI describe. */
public final class EnvironmentConnection {
  private EnvironmentConnection() {}

  /**
   * An Argo Server where {@code ARGO_SERVER} is set, else the current context where {@code
   * KUBECONFIG} is; absent where neither is. Refused where {@code ARGO_SERVER} is no address.
   */
  public static Optional<Outcome<Connection>> of(Map<String, String> environment) {
    String namespace = environment.getOrDefault("ARGO_NAMESPACE", "");
    String server = environment.getOrDefault("ARGO_SERVER", "");
    if (!server.isBlank()) {
      return Optional.of(
          address(server, environment)
              .then(address -> Outcome.done(server(address, namespace, environment))));
    }
    if (environment.getOrDefault("KUBECONFIG", "").isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Outcome.done(
            new Connection(
                Connection.OF_ENVIRONMENT,
                new Target.KubeContext(Optional.empty(), ""),
                namespace)));
  }

  private static Connection server(URI address, String namespace, Map<String, String> environment) {
    TokenSource token =
        environment.getOrDefault("ARGO_TOKEN", "").isBlank()
            ? new TokenSource.None()
            : new TokenSource.Environment();
    Trust trust =
        isTrue(environment, "ARGO_INSECURE_SKIP_VERIFY", false)
            ? new Trust.Unverified()
            : new Trust.OfSystem();
    return new Connection(
        Connection.OF_ENVIRONMENT, new Target.ArgoServer(address, token, trust), namespace);
  }

  /** {@code ARGO_SERVER} is {@code host:port}; whether TLS is spoken stands in another variable. */
  private static Outcome<URI> address(String server, Map<String, String> environment) {
    String scheme = isTrue(environment, "ARGO_SECURE", true) ? "https://" : "http://";
    String base = environment.getOrDefault("ARGO_BASE_HREF", "");
    return ServerAddress.of((server.contains("://") ? server : scheme + server) + "/" + base);
  }

  private static boolean isTrue(
      Map<String, String> environment, String variable, boolean otherwise) {
    String value = environment.getOrDefault(variable, "").strip();
    return value.isEmpty() ? otherwise : value.equalsIgnoreCase("true") || value.equals("1");
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.ConnectionStore;
import tiphys.exporter.cluster.connection.EnvironmentConnection;
import tiphys.exporter.cluster.connection.KubeContexts;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.exporter.cluster.connection.SecretStore;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.transport.ArgoTransport;
import tiphys.exporter.cluster.transport.KubernetesTransport;
import tiphys.exporter.cluster.transport.TokenSources;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** The clusters that the user knows, and the way to them. */
public final class Clusters {
  private final ConnectionStore connections;
  private final SecretStore secrets;
  private final Map<String, String> environment;

  /**
   * @param folder the user's configuration
   */
  public Clusters(Path folder, Map<String, String> environment) {
    this.connections = new ConnectionStore(folder);
    this.secrets = SecretStore.in(folder, environment.getOrDefault("PATH", ""));
    this.environment = Map.copyOf(environment);
  }

  public ConnectionStore connections() {
    return connections;
  }

  public SecretStore secrets() {
    return secrets;
  }

  /** The contexts that can be chosen; of the user's own kubeconfig where no file is named. */
  public Outcome<KubeContexts> contexts(Optional<Path> kubeconfig) {
    return KubeContexts.in(kubeconfig, environment);
  }

  /**
   * The connection of a name. With an empty one: that of the environment, else the only one that is
   * kept.
   */
  public Outcome<Connection> connection(String name) {
    if (!name.isEmpty() && !name.equals(Connection.OF_ENVIRONMENT)) {
      return connections.named(name);
    }
    return EnvironmentConnection.of(environment)
        .orElseGet(
            () ->
                connections
                    .all()
                    .then(
                        all ->
                            all.size() == 1 && name.isEmpty()
                                ? Outcome.done(all.getFirst())
                                : all.isEmpty()
                                    ? Outcome.refused(ProblemCode.CONNECTION_NONE)
                                    : Outcome.refused(
                                        ProblemCode.CONNECTION_UNKNOWN,
                                        name,
                                        String.join(
                                            ", ", all.stream().map(Connection::name).toList()))));
  }

  /** Reaches nothing yet; the first request does. */
  public Outcome<ClusterGateway> open(Connection connection) {
    return open(connection, new TokenSources(secrets, environment));
  }

  /** With a token that is not kept yet, to try it out. */
  public Outcome<ClusterGateway> open(Connection connection, Secret typed) {
    return open(connection, new TokenSources(secrets, environment).typed(typed));
  }

  private Outcome<ClusterGateway> open(Connection connection, TokenSources tokens) {
    return switch (connection.target()) {
      case Target.KubeContext context ->
          KubernetesTransport.to(context, environment)
              .then(
                  transport ->
                      Outcome.done(new KubernetesGateway(transport, connection.namespace())));
      case Target.ArgoServer server ->
          ArgoTransport.to(server, connection.name(), tokens)
              .then(
                  transport ->
                      Outcome.done(new ArgoServerGateway(transport, connection.namespace())));
    };
  }
}

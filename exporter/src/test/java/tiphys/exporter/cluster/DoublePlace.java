// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tiphys.exporter.cluster.connection.Connection;

/** A double of a cluster, whose memory the tests can reach into. */
record DoublePlace(ClusterDouble server, ClusterGateway gateway) implements ContractPlace {
  static DoublePlace of(ClusterTarget target, Path folder) {
    ClusterDouble server = target.server(Optional.empty());
    Connection connection =
        new Connection("here", target.way(server, Optional.empty(), folder), "");
    return new DoublePlace(
        server, ClusterFixture.done(new Clusters(folder, Map.of()).open(connection)));
  }

  @Override
  public ObjectNode stored(String name) {
    return server.memory().get(ArgoKind.WORKFLOW, "default", name);
  }

  @Override
  public void change(String name, UnaryOperator<ObjectNode> change) {
    server.memory().change(name, change);
  }

  @Override
  public void close() {
    gateway.close();
    server.close();
  }
}

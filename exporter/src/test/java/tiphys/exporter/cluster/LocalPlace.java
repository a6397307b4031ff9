// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The engine of this computer, asked as a cluster is asked. */
final class LocalPlace implements ContractPlace {
  private final LocalGateway gateway;

  LocalPlace(Path folder) {
    this.gateway = new LocalGateway(folder);
  }

  @Override
  public ClusterGateway gateway() {
    return gateway;
  }

  @Override
  public ObjectNode stored(String name) {
    return ClusterFixture.done(gateway.get(ArgoKind.WORKFLOW, "", name));
  }

  @Override
  public void change(String name, UnaryOperator<ObjectNode> change) {
    throw ContractPlace.skipped("the engine alone changes its runs");
  }

  @Override
  public void close() {
    gateway.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * A server of others: what the controller would change there, another way to it changes.
 *
 * @param hand the way straight through the Kubernetes API
 */
record HandledPlace(ClusterGateway gateway, ClusterGateway hand) implements ContractPlace {
  private static final int TRIES = 20;

  @Override
  public ObjectNode stored(String name) {
    return ClusterFixture.done(hand.get(ArgoKind.WORKFLOW, "", name));
  }

  @Override
  public void change(String name, UnaryOperator<ObjectNode> change) {
    for (int i = 0; i < TRIES; i++) {
      Outcome<ObjectNode> changed = hand.update(ArgoKind.WORKFLOW, "", change.apply(stored(name)));
      if (changed.refusal().filter(why -> why.code() == ProblemCode.CLUSTER_CONFLICT).isEmpty()) {
        ClusterFixture.done(changed);
        return;
      }
    }
    throw new AssertionError("others change " + name + " all the time");
  }

  @Override
  public void close() {
    gateway.close();
    hand.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.opentest4j.TestAbortedException;

/** A target of the contract that is open: the way to it, and the hand that changes things there. */
interface ContractPlace extends AutoCloseable {
  /** What is tested. */
  ClusterGateway gateway();

  /** A run as it is kept there, whichever way it is reached. */
  ObjectNode stored(String name);

  /** Changes a run as the controller does, whatever others do. */
  void change(String name, UnaryOperator<ObjectNode> change);

  /** The server, where it is a double that can be told to go wrong. */
  default ClusterDouble server() {
    throw skipped("only a double can be told what pods print and what goes wrong");
  }

  @Override
  void close();

  /** Ends a test of what pods print where there are none. */
  static void onlyWithPods(ContractTarget target) {
    if (target == ContractTarget.LOCAL_ENGINE) {
      throw skipped("this computer has no pods");
    }
  }

  /** Ends a test that a target cannot do. */
  static TestAbortedException skipped(String why) {
    return new TestAbortedException("skipped: " + why);
  }
}

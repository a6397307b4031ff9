// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** Everything that the contract of a cluster is tried on. */
enum ContractTarget {
  LOCAL_ENGINE {
    @Override
    ContractPlace open(Path folder) {
      throw ContractPlace.skipped("this computer keeps no objects, it only runs workflows");
    }

    @Override
    ContractPlace openWithController(Path folder) {
      return new LocalPlace(folder);
    }
  },
  /** The mock server of the client that everybody uses, with Argo's own definitions. */
  MOCK_KUBERNETES {
    @Override
    ContractPlace open(Path folder) {
      return MockKubernetes.open(folder);
    }
  },
  KUBERNETES_DOUBLE {
    @Override
    ContractPlace open(Path folder) {
      return DoublePlace.of(ClusterTarget.KUBERNETES, folder);
    }
  },
  ARGO_SERVER_DOUBLE {
    @Override
    ContractPlace open(Path folder) {
      return DoublePlace.of(ClusterTarget.ARGO_SERVER, folder);
    }
  },
  TEST_BED_KUBERNETES {
    @Override
    ContractPlace open(Path folder) {
      return TestBed.kubernetes(folder);
    }

    @Override
    ContractPlace openWithController(Path folder) {
      return TestBed.kubernetesWithController(folder);
    }
  },
  TEST_BED_ARGO_SERVER {
    @Override
    ContractPlace open(Path folder) {
      return TestBed.argoServer(folder);
    }

    @Override
    ContractPlace openWithController(Path folder) {
      return TestBed.argoServerWithController(folder);
    }
  };

  /** What an Argo Server stands before. */
  static final Set<ContractTarget> OF_ARGO_SERVER =
      EnumSet.of(ARGO_SERVER_DOUBLE, TEST_BED_ARGO_SERVER);

  /** A place where nobody touches a run but the test. */
  abstract ContractPlace open(Path folder);

  /** A place where runs are brought to their end; by the engine, where there is no controller. */
  ContractPlace openWithController(Path folder) {
    return EngineAsController.at(open(folder), folder);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.time.Duration;
import tiphys.model.problem.ProblemCode;

/** What can be wrong on the way to a cluster, or with what stands at its end. */
public enum BadWay {
  NO_SUCH_HOST(ProblemCode.CLUSTER_UNKNOWN_HOST),
  NOBODY_LISTENS(ProblemCode.CLUSTER_UNREACHABLE),
  NO_TLS_THERE(ProblemCode.CLUSTER_SPEAKS_PLAIN),
  TLS_ONLY(ProblemCode.CLUSTER_SPEAKS_TLS),
  SELF_SIGNED(ProblemCode.CLUSTER_CERTIFICATE_UNKNOWN),
  EXPIRED_CERTIFICATE(ProblemCode.CLUSTER_CERTIFICATE_EXPIRED),
  OTHER_HOST(ProblemCode.CLUSTER_CERTIFICATE_OTHER_HOST),
  EXPIRED_TOKEN(ProblemCode.CLUSTER_TOKEN_REFUSED),
  NO_ACCESS(ProblemCode.CLUSTER_ACCESS_DENIED),
  /** Only of a cluster: an Argo Server cannot be without. */
  WITHOUT_ARGO(ProblemCode.CLUSTER_WITHOUT_ARGO),
  TOO_OLD(ProblemCode.CLUSTER_ARGO_TOO_OLD),
  PAGE_OF_A_PROXY(ProblemCode.CLUSTER_NOT_ARGO),
  BREAKS_OFF(ProblemCode.CLUSTER_BROKEN_OFF),
  OVERLOADED(ProblemCode.CLUSTER_BUSY),
  SILENT(ProblemCode.CLUSTER_SLOW);

  private final ProblemCode code;

  BadWay(ProblemCode code) {
    this.code = code;
  }

  /** How long to wait in a test: only where nobody answers, no longer than must be. */
  public Duration patience() {
    return Duration.ofSeconds(this == SILENT ? 1 : 60);
  }

  /** What the user is told. */
  public ProblemCode code() {
    return code;
  }

  /** The same where the way is that of a kubeconfig. */
  ProblemCode codeOfKubeconfig() {
    return this == SELF_SIGNED ? ProblemCode.KUBECONFIG_CERTIFICATE_UNKNOWN : code;
  }
}

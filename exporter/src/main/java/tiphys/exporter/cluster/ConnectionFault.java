// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import tiphys.model.problem.Problem;

/** Which step of a test a problem belongs to. */
final class ConnectionFault {
  private ConnectionFault() {}

  static CheckStep.Kind stepOf(Problem why) {
    return switch (why.code()) {
      case CLUSTER_CERTIFICATE_UNKNOWN,
          KUBECONFIG_CERTIFICATE_UNKNOWN,
          CLUSTER_CERTIFICATE_EXPIRED,
          CLUSTER_CERTIFICATE_OTHER_HOST,
          CLUSTER_CERTIFICATE_CHANGED,
          CLUSTER_AUTHORITIES_UNREADABLE,
          CLUSTER_SPEAKS_PLAIN,
          CLUSTER_SPEAKS_TLS ->
          CheckStep.Kind.VERIFIED;
      case CLUSTER_TOKEN_REFUSED,
          CLUSTER_TOKEN_MISSING,
          CLUSTER_TOKEN_COMMAND_FAILED,
          CLUSTER_CONTEXT_WITHOUT_TOKEN,
          CLUSTER_WANTS_CERTIFICATE,
          KUBECONFIG_PLUGIN_MISSING,
          KUBECONFIG_PLUGIN_FAILED,
          KUBECONFIG_PLUGIN_SLOW,
          KUBECONFIG_NO_TOKEN_FILE,
          KUBECONFIG_CERTIFICATE_UNREADABLE ->
          CheckStep.Kind.ACCOUNT;
      case CLUSTER_WITHOUT_ARGO, CLUSTER_ARGO_TOO_OLD -> CheckStep.Kind.VERSION;
      default -> CheckStep.Kind.REACHED;
    };
  }
}

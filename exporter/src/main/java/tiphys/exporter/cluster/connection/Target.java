// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What a connection leads to. */
public sealed interface Target {
  /**
   * A context of a kubeconfig: certificates, tokens and exec plugins as {@code kubectl} uses them.
   *
   * @param kubeconfig absent for the files of {@code KUBECONFIG}, else {@code ~/.kube/config}
   * @param context empty for the current one
   */
  record KubeContext(Optional<Path> kubeconfig, String context) implements Target {}

  /**
   * An Argo Server.
   *
   * @param address scheme, host, port and, where the server has one, its base path
   */
  record ArgoServer(URI address, TokenSource token, Trust trust) implements Target {}
}

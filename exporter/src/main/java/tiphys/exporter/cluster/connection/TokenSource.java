// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import tiphys.exporter.cluster.connection.Target.KubeContext;

/** Where the bearer token for an Argo Server comes from. Never the token itself. */
public sealed interface TokenSource {
  /** The server wants none (auth mode {@code server}). */
  record None() implements TokenSource {}

  /** Typed once and kept among the secrets, under the connection's name. */
  record Kept() implements TokenSource {}

  /** The environment variable {@code ARGO_TOKEN}. */
  record Environment() implements TokenSource {}

  /** What a command prints, run by the shell each time that a token is needed anew. */
  record Command(String line) implements TokenSource {}

  /** The token that a context of a kubeconfig has or gets from its exec plugin. */
  record OfContext(KubeContext context) implements TokenSource {}

  /** Requested for a service account, as {@code kubectl create token} does. */
  record ServiceAccount(KubeContext context, String namespace, String account)
      implements TokenSource {}
}

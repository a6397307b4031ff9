// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

/**
 * A cluster under the name that the user gave it. Holds no secret.
 *
 * @param namespace the one that is meant where none is named; empty for the target's own
 */
public record Connection(String name, Target target, String namespace) {
  /** The connection that the environment variables of Argo's own CLI describe. */
  public static final String OF_ENVIRONMENT = "environment";

  public Connection {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a connection needs a name");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.time.Instant;
import java.util.Optional;
import tiphys.exporter.cluster.connection.Secret;

/**
 * What one shows to be let in.
 *
 * @param token empty where a certificate does
 * @param certificate beside the one of the kubeconfig
 * @param end when it is over; {@link Instant#MAX} where nothing is said
 */
record Credential(Secret token, Optional<Certificate> certificate, Instant end) {
  /** Certificate and key in PEM. It prints as dots, like everything that is secret. */
  record Certificate(String certificate, String key) {
    boolean isWhole() {
      return !certificate.isEmpty() && !key.isEmpty();
    }

    @Override
    public String toString() {
      return "•••";
    }
  }

  static Credential of(Secret token) {
    return new Credential(token, Optional.empty(), Instant.MAX);
  }

  boolean isOver() {
    return Instant.now().isAfter(end);
  }
}

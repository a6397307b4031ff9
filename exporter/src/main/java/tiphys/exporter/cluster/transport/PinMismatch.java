// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.security.cert.CertificateException;

/** The server presents another certificate than the one that is pinned. */
final class PinMismatch extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final String presented;

  PinMismatch(String presented) {
    super("another certificate than the pinned one: " + presented);
    this.presented = presented;
  }

  String presented() {
    return presented;
  }
}

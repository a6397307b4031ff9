// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.security.cert.X509Certificate;

/** Takes one certificate and no other. */
final class PinnedCertificate extends AnyCertificate {
  private final String fingerprint;

  PinnedCertificate(String fingerprint) {
    this.fingerprint = fingerprint;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws PinMismatch {
    String presented = TlsProbe.fingerprint(chain[0]);
    if (!presented.equals(fingerprint)) {
      throw new PinMismatch(presented);
    }
  }
}

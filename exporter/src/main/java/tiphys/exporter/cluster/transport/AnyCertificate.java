// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Takes every certificate: for looking at one, and where the user said "do not verify". */
class AnyCertificate extends X509ExtendedTrustManager {
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws PinMismatch {}

  @Override
  public final void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws PinMismatch {
    checkServerTrusted(chain, type);
  }

  @Override
  public final void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws PinMismatch {
    checkServerTrusted(chain, type);
  }

  @Override
  public final void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public final void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

  @Override
  public final void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

  @Override
  public final X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Looks at the certificate that a server presents, without believing it and sending nothing. */
public final class TlsProbe {
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(10).toMillis();

  private TlsProbe() {}

  /** The server's own certificate; empty where no TLS is spoken or nobody answers. */
  public static Optional<X509Certificate> certificate(URI address) {
    try (Socket plain = new Socket();
        SSLSocket socket = over(plain, address)) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0] instanceof X509Certificate own
          ? Optional.of(own)
          : Optional.empty();
    } catch (IOException | GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  /**
   * What the server says to somebody who shows no certificate; empty if it waits for a request as
   * it does with everybody. In TLS 1.3 it says so after the handshake, and who sends a request
   * meanwhile may see the connection break before the words come.
   */
  static Optional<SSLException> refusalOfStrangers(URI address) {
    try (Socket plain = new Socket();
        SSLSocket socket = over(plain, address)) {
      socket.startHandshake();
      socket.getInputStream().read();
      return Optional.empty();
    } catch (SSLException refused) {
      return Optional.of(refused);
    } catch (IOException | GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private static SSLSocket over(Socket plain, URI address)
      throws IOException, GeneralSecurityException {
    int port =
        address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("http") ? 80 : 443;
    plain.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
    plain.setSoTimeout(PATIENCE_MILLIS);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new AnyCertificate()}, null);
    return (SSLSocket)
        context.getSocketFactory().createSocket(plain, address.getHost(), port, true);
  }

  /** SHA-256 of a certificate, as {@code Trust.Pinned} has it. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

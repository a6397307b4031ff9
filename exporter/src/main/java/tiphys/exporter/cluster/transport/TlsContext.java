// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** Makes of what the user trusts what the JDK verifies with. */
final class TlsContext {
  private TlsContext() {}

  /** Refused where the file of authorities cannot be read or holds none. */
  static Outcome<SSLContext> of(Trust trust) {
    try {
      return switch (trust) {
        case Trust.OfSystem _ -> Outcome.done(SSLContext.getDefault());
        case Trust.Pinned(String fingerprint) ->
            Outcome.done(context(new PinnedCertificate(fingerprint)));
        case Trust.Unverified _ -> Outcome.done(context(new AnyCertificate()));
        case Trust.Authorities(Path file) -> authorities(file);
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Outcome<SSLContext> authorities(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca-" + count++, each);
      }
      if (count == 0) {
        return Outcome.refused(ProblemCode.CLUSTER_AUTHORITIES_UNREADABLE, file.toString());
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return Outcome.done(context(factory.getTrustManagers()));
    } catch (IOException | GeneralSecurityException _) {
      return Outcome.refused(ProblemCode.CLUSTER_AUTHORITIES_UNREADABLE, file.toString());
    }
  }

  private static SSLContext context(TrustManager... managers) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers, null);
    return context;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;

/** A certificate that signs itself, with its key. Made here, as the JDK's keytool takes seconds. */
public record Certificates(X509Certificate certificate, PrivateKey key) {
  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
  private static final String ALTERNATIVE_NAME = "2.5.29.17";
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** Valid today. @param host the only one that it is for, or whom it names */
  public static Certificates of(String host) {
    Instant now = Instant.now();
    return of(host, now.minus(1, ChronoUnit.DAYS), now.plus(30, ChronoUnit.DAYS));
  }

  public static Certificates of(String host, Instant from, Instant until) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      byte[] told = toBeSigned(host, from, until, keys);
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(told);
      byte[] whole = Der.sequence(told, algorithm(), Der.bits(signature.sign()));
      return new Certificates(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(whole)),
          keys.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] toBeSigned(String host, Instant from, Instant until, KeyPair keys) {
    byte[] name = new X500Principal("CN=" + host).getEncoded();
    byte[] names = Der.sequence(Der.name(host));
    return Der.sequence(
        Der.explicit(0, Der.number(2)),
        Der.number(1 + System.nanoTime()),
        algorithm(),
        name,
        Der.sequence(Der.time(from), Der.time(until)),
        name,
        keys.getPublic().getEncoded(),
        Der.explicit(
            3, Der.sequence(Der.sequence(Der.identifier(ALTERNATIVE_NAME), Der.octets(names)))));
  }

  private static byte[] algorithm() {
    return Der.sequence(Der.identifier(ECDSA_WITH_SHA256));
  }

  /** For a server that shows it. */
  public SSLContext context() {
    return context(Optional.empty());
  }

  /** For a server that shows it and lets in who shows another. */
  public SSLContext demanding(Certificates client) {
    return context(Optional.of(client.certificate()));
  }

  private SSLContext context(Optional<X509Certificate> trusted) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      KeyStore own = emptyStore();
      own.setKeyEntry("me", key, PASSWORD, new Certificate[] {certificate});
      keys.init(own, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keys.getKeyManagers(), trusted.isPresent() ? trusting(trusted.get()) : null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TrustManager[] trusting(X509Certificate other)
      throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    store.setCertificateEntry("you", other);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /** The certificate in PEM. */
  public String pem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key in PEM, as it is kept beside the certificate of a client. */
  public String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  private static String pem(String what, byte[] content) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, Base64.getMimeEncoder().encodeToString(content));
  }

  /** As a file of authorities. */
  public Path pem(Path folder) {
    try {
      return Files.writeString(
          folder.resolve("ca-" + certificate.getSerialNumber() + ".pem"), pem());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

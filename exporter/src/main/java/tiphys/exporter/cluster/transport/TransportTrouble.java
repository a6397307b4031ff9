// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** What it means when no answer comes at all. */
final class TransportTrouble {
  private TransportTrouble() {}

  /** May look at the server's certificate, to say what is wrong with it. */
  static Problem of(Throwable thrown, URI address, Duration patience) {
    String name = address.toString();
    if (find(thrown, UnknownHostException.class).isPresent()
        || find(thrown, UnresolvedAddressException.class).isPresent()) {
      return Problem.refusal(ProblemCode.CLUSTER_UNKNOWN_HOST, address.getHost());
    }
    if (find(thrown, PinMismatch.class).isPresent()) {
      return Problem.refusal(
          ProblemCode.CLUSTER_CERTIFICATE_CHANGED,
          name,
          find(thrown, PinMismatch.class).orElseThrow().presented());
    }
    if (find(thrown, SSLException.class).isPresent()
        || find(thrown, CertificateException.class).isPresent()) {
      return ofTls(thrown, address);
    }
    if (isSlow(thrown)) {
      return Problem.refusal(
          ProblemCode.CLUSTER_SLOW, name, String.valueOf(Math.max(1, patience.toSeconds())));
    }
    if (find(thrown, ConnectException.class).isPresent()
        || find(thrown, NoRouteToHostException.class).isPresent()) {
      return Problem.refusal(ProblemCode.CLUSTER_UNREACHABLE, name);
    }
    return brokenOff(address);
  }

  private static Problem brokenOff(URI address) {
    if (address.getScheme().equals("http") && TlsProbe.certificate(address).isPresent()) {
      return Problem.refusal(ProblemCode.CLUSTER_SPEAKS_TLS, address.toString());
    }
    boolean isDemanding =
        address.getScheme().equals("https")
            && TlsProbe.refusalOfStrangers(address)
                .filter(TransportTrouble::isAboutOurCertificate)
                .isPresent();
    return Problem.refusal(
        isDemanding ? ProblemCode.CLUSTER_WANTS_CERTIFICATE : ProblemCode.CLUSTER_BROKEN_OFF,
        address.toString());
  }

  private static boolean isSlow(Throwable thrown) {
    return find(thrown, TimeoutException.class).isPresent()
        || find(thrown, HttpTimeoutException.class).isPresent()
        || find(thrown, SocketTimeoutException.class).isPresent();
  }

  private static Problem ofTls(Throwable thrown, URI address) {
    if (isAboutOurCertificate(thrown)) {
      return Problem.refusal(ProblemCode.CLUSTER_WANTS_CERTIFICATE, address.toString());
    }
    Optional<X509Certificate> seen = TlsProbe.certificate(address);
    if (seen.isEmpty()) {
      return Problem.refusal(ProblemCode.CLUSTER_SPEAKS_PLAIN, address.toString());
    }
    X509Certificate certificate = seen.get();
    try {
      certificate.checkValidity();
    } catch (CertificateExpiredException | CertificateNotYetValidException _) {
      return Problem.refusal(
          ProblemCode.CLUSTER_CERTIFICATE_EXPIRED,
          address.toString(),
          date(certificate.getNotBefore().toInstant()),
          date(certificate.getNotAfter().toInstant()),
          date(Instant.now()));
    }
    if (isAboutTheHost(thrown)) {
      return Problem.refusal(
          ProblemCode.CLUSTER_CERTIFICATE_OTHER_HOST, address.getHost(), hosts(certificate));
    }
    return Problem.refusal(
        ProblemCode.CLUSTER_CERTIFICATE_UNKNOWN,
        address.toString(),
        TlsProbe.fingerprint(certificate));
  }

  /** Alerts are what the other side says; of certificates it speaks only of those shown to it. */
  private static boolean isAboutOurCertificate(Throwable thrown) {
    String message =
        find(thrown, SSLException.class)
            .map(Throwable::getMessage)
            .orElse("")
            .toLowerCase(Locale.ROOT);
    return message.contains("fatal alert")
        && (message.contains("certificate") || message.contains("unknown_ca"));
  }

  /** The JDK has no exception of its own for it (sun.security.util.HostnameChecker). */
  private static boolean isAboutTheHost(Throwable thrown) {
    String message =
        find(thrown, CertificateException.class)
            .map(Throwable::getMessage)
            .orElse(String.valueOf(thrown.getMessage()))
            .toLowerCase(Locale.ROOT);
    return message.contains("no subject alternative") || message.contains("no name matching");
  }

  private static String hosts(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? certificate.getSubjectX500Principal().getName()
          : names.stream()
              .map(name -> String.valueOf(name.get(1)))
              .collect(Collectors.joining(", "));
    } catch (CertificateParsingException _) {
      return certificate.getSubjectX500Principal().getName();
    }
  }

  private static String date(Instant instant) {
    return instant.toString().substring(0, "2026-01-01".length());
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    @Nullable Throwable each = thrown;
    for (int depth = 0; each != null && depth < 20; depth++) {
      if (type.isInstance(each)) {
        return Optional.of(type.cast(each));
      }
      each = each.getCause();
    }
    return Optional.empty();
  }
}

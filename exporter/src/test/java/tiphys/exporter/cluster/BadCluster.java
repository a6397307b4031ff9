// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;

/** A cluster on loopback to which the way is bad. */
public final class BadCluster implements AutoCloseable {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final URI address;
  private final Optional<Certificates> certificates;
  private final AutoCloseable server;

  private BadCluster(URI address, Optional<Certificates> certificates, AutoCloseable server) {
    this.address = address;
    this.certificates = certificates;
    this.server = server;
  }

  /** An Argo Server. */
  public static BadCluster argoServer(BadWay way) {
    return of(way, ArgoServerDouble::new);
  }

  /** The API of a cluster. */
  public static BadCluster kubernetes(BadWay way) {
    return of(way, KubernetesDouble::new);
  }

  private static BadCluster of(BadWay way, Function<Optional<SSLContext>, ClusterDouble> made) {
    return switch (way) {
      case NO_SUCH_HOST ->
          new BadCluster(URI.create("https://no-such-host.invalid:2746"), none(), () -> {});
      case NOBODY_LISTENS -> {
        try (ServerSocket socket = socket()) {
          yield new BadCluster(at("http", socket), none(), () -> {});
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      case SILENT -> {
        ServerSocket silent = socket();
        yield new BadCluster(at("http", silent), none(), silent);
      }
      case NO_TLS_THERE ->
          answering("https", "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
      case BREAKS_OFF -> answering("http", "HTTP/1.1 200 OK\r\nContent-Le");
      case SELF_SIGNED -> secure(Certificates.of("localhost"), "https", made);
      case TLS_ONLY -> secure(Certificates.of("localhost"), "http", made);
      case OTHER_HOST -> secure(Certificates.of("argo.example"), "https", made);
      case EXPIRED_CERTIFICATE ->
          secure(
              Certificates.of("localhost", LONG_AGO, Instant.parse("2020-01-31T00:00:00Z")),
              "https",
              made);
      default -> {
        ClusterDouble server = made.apply(Optional.empty());
        server.spoil(way);
        yield new BadCluster(server.address(), none(), server);
      }
    };
  }

  private static BadCluster secure(
      Certificates certificates,
      String scheme,
      Function<Optional<SSLContext>, ClusterDouble> made) {
    ClusterDouble server = made.apply(Optional.of(certificates.context()));
    URI address = URI.create(server.address().toString().replace("https:", scheme + ":"));
    return new BadCluster(address, Optional.of(certificates), server);
  }

  /** Reads a little, answers with a text whatever it was, and hangs up. */
  private static BadCluster answering(String scheme, String text) {
    ServerSocket server = socket();
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (var socket = server.accept()) {
                  if (socket.getInputStream().read(new byte[4096]) > 0) {
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                  }
                } catch (IOException _) {
                  // whoever asked is gone, or the test is over
                }
              }
            });
    return new BadCluster(at(scheme, server), none(), server);
  }

  private static ServerSocket socket() {
    try {
      return new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI at(String scheme, ServerSocket socket) {
    return URI.create(scheme + "://localhost:" + socket.getLocalPort());
  }

  private static Optional<Certificates> none() {
    return Optional.empty();
  }

  public URI address() {
    return address;
  }

  /** A file of authorities that vouches for it, where only its host is wrong. */
  public Optional<Path> authorities(BadWay way, Path folder) {
    return certificates.filter(_ -> way == BadWay.OTHER_HOST).map(own -> own.pem(folder));
  }

  /** The way to an Argo Server, without a token. */
  public Target argoServer(BadWay way, Path folder) {
    Optional<Path> authorities = authorities(way, folder);
    Trust trust =
        authorities.isPresent() ? new Trust.Authorities(authorities.get()) : new Trust.OfSystem();
    return new Target.ArgoServer(address, new TokenSource.None(), trust);
  }

  /** A kubeconfig that leads here. */
  public Path kubeconfig(BadWay way, Path folder) {
    String authority =
        certificates
            .filter(_ -> way == BadWay.OTHER_HOST)
            .map(own -> own.pem().getBytes(StandardCharsets.US_ASCII))
            .map(pem -> ", certificate-authority-data: " + Base64.getEncoder().encodeToString(pem))
            .orElse("");
    String text =
        """
        apiVersion: v1
        kind: Config
        current-context: bad
        clusters: [{name: bad, cluster: {server: "%s"%s}}]
        users: [{name: me, user: {token: stale}}]
        contexts: [{name: bad, context: {cluster: bad, user: me, namespace: default}}]
        """
            .formatted(address, authority);
    try {
      return Files.writeString(folder.resolve("kubeconfig-" + way), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

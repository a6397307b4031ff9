// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy that the environment names, as {@code kubectl} and {@code argo} heed it (Go:
 * golang.org/x/net/http/httpproxy): by the scheme of what is asked, and never for this computer.
 * Ranges of addresses in {@code NO_PROXY}, and proxies that want a password or speak TLS or SOCKS,
 * are not understood.
 */
final class EnvironmentProxy extends ProxySelector {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final Map<String, String> environment;

  EnvironmentProxy(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The proxy on the way to an address; absent where the way is straight. */
  Optional<URI> to(URI address) {
    String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
    boolean isSecure = "https".equals(address.getScheme());
    String named = variable(isSecure ? "HTTPS_PROXY" : "HTTP_PROXY");
    return named.isEmpty() || isHere(host) || isExcepted(host, port(address, isSecure))
        ? Optional.empty()
        : parsed(named);
  }

  private static int port(URI address, boolean isSecure) {
    return address.getPort() >= 0 ? address.getPort() : isSecure ? HTTPS : HTTP;
  }

  private static Optional<URI> parsed(String named) {
    try {
      URI proxy = new URI(named.contains("://") ? named : "http://" + named);
      return Optional.of(proxy).filter(it -> "http".equals(it.getScheme()) && it.getHost() != null);
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static boolean isHere(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private boolean isExcepted(String host, int port) {
    for (String each : variable("NO_PROXY").toLowerCase(Locale.ROOT).split(",", -1)) {
      String rule = each.strip();
      int colon = rule.lastIndexOf(':');
      boolean hasPort = colon > 0 && rule.substring(colon + 1).matches("\\d+");
      if (hasPort && Integer.parseInt(rule.substring(colon + 1)) != port) {
        continue;
      }
      String domain = (hasPort ? rule.substring(0, colon) : rule).replaceFirst("^\\*\\.", ".");
      if (domain.equals("*")
          || !domain.isEmpty()
              && (host.equals(domain)
                  || host.endsWith(domain.startsWith(".") ? domain : "." + domain))) {
        return true;
      }
    }
    return false;
  }

  private String variable(String name) {
    return environment
        .getOrDefault(name, environment.getOrDefault(name.toLowerCase(Locale.ROOT), ""))
        .strip();
  }

  @Override
  public List<Proxy> select(URI address) {
    return List.of(
        to(address)
            .map(
                proxy ->
                    new Proxy(
                        Proxy.Type.HTTP,
                        new InetSocketAddress(
                            proxy.getHost(), proxy.getPort() >= 0 ? proxy.getPort() : HTTP)))
            .orElse(Proxy.NO_PROXY));
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, java.io.IOException why) {
    // whoever asked is told
  }
}

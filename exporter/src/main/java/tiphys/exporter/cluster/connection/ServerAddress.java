// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** Addresses of Argo Servers as people write them. */
public final class ServerAddress {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private ServerAddress() {}

  /**
   * {@code host:port} is taken as https; a path becomes the base path, without the pages of the web
   * interface that people copy along. Refused for what has no host, and for names and passwords in
   * the address, which would be seen.
   */
  public static Outcome<URI> of(String written) {
    String text = written.strip();
    String whole = text.contains("://") ? text : "https://" + text;
    try {
      URI uri = URI.create(whole);
      if (uri.getHost() == null
          || uri.getUserInfo() != null
          || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
        return Outcome.refused(ProblemCode.CLUSTER_ADDRESS_WRONG, withoutUser(text));
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return Outcome.done(
          URI.create(
              uri.getScheme().toLowerCase(Locale.ROOT)
                  + "://"
                  + uri.getHost()
                  + port
                  + base(uri.getRawPath())));
    } catch (IllegalArgumentException _) {
      return Outcome.refused(ProblemCode.CLUSTER_ADDRESS_WRONG, withoutUser(text));
    }
  }

  private static String base(String path) {
    String base = path.replaceAll("/+", "/").replaceFirst("/(api|workflows|login)(/.*)?$", "/");
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  private static String withoutUser(String text) {
    return text.replaceFirst("//[^/@]*@", "//");
  }
}

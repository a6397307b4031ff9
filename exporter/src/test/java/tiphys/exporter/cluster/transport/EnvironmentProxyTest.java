// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The environment's proxy is taken where other programs of clusters take it. */
final class EnvironmentProxyTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "HTTPS_PROXY", "http://secure.proxy:3128",
          "http_proxy", "plain.proxy",
          "NO_PROXY", "inside.example, .sub.example,port.example:2746,10.0.0.7");

  @ParameterizedTest
  @CsvSource({
    "https://argo.example:2746, http://secure.proxy:3128",
    "http://argo.example:2746, http://plain.proxy",
    "https://inside.example, none",
    "https://a.inside.example, none",
    "https://notinside.example, http://secure.proxy:3128",
    "https://sub.example, http://secure.proxy:3128",
    "https://b.sub.example, none",
    "https://port.example:2746, none",
    "https://port.example, http://secure.proxy:3128",
    "https://10.0.0.7:6443, none",
    "https://localhost:2746, none",
    "http://127.0.0.1:2746, none"
  })
  void theWayIsStraightOrThroughTheProxyOfTheScheme(String address, String proxy) {
    assertEquals(
        proxy,
        new EnvironmentProxy(ENVIRONMENT)
            .to(URI.create(address))
            .map(URI::toString)
            .orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({"socks5://proxy:1080", "'not a proxy'", "''"})
  void whatIsNoProxyOfHttpIsLeftOut(String named) {
    assertEquals(
        "none",
        new EnvironmentProxy(Map.of("HTTPS_PROXY", named))
            .to(URI.create("https://argo.example"))
            .map(URI::toString)
            .orElse("none"));
  }
}

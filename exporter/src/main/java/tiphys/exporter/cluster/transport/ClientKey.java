// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind a key is: the client library takes every key in PKCS #8 for one of RSA. */
final class ClientKey {
  /** As it stands in a key of elliptic curves (RFC 5480: id-ecPublicKey). */
  private static final String CURVES = "06072a8648ce3d0201";

  private ClientKey() {}

  /**
   * @param file of the key, where one is named. @param data the key in base64, where it is given
   */
  static String algorithm(@Nullable String file, @Nullable String data) {
    return pem(file, data).filter(ClientKey::isOfCurves).map(_ -> "EC").orElse("RSA");
  }

  private static Optional<String> pem(@Nullable String file, @Nullable String data) {
    try {
      if (data != null && !data.isBlank()) {
        return Optional.of(
            new String(Base64.getMimeDecoder().decode(data), StandardCharsets.US_ASCII));
      }
      return file == null || file.isBlank()
          ? Optional.empty()
          : Optional.of(Files.readString(Path.of(file)));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isOfCurves(String pem) {
    if (pem.contains("BEGIN EC PRIVATE KEY")) {
      return true;
    }
    String body = pem.replaceAll("-----[^-]*-----", "");
    return HexFormat.of().formatHex(Base64.getMimeDecoder().decode(body)).contains(CURVES);
  }
}

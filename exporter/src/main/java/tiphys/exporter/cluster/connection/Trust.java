// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import java.nio.file.Path;

/** Which certificate of a server is believed. */
public sealed interface Trust {
  /** The authorities that this computer trusts. */
  record OfSystem() implements Trust {}

  /** The authorities in a PEM file, beside no others. */
  record Authorities(Path file) implements Trust {}

  /**
   * Exactly one certificate, whoever signed it and whatever host it names.
   *
   * @param fingerprint SHA-256 of its DER form, in lower case hexadecimal digits without colons
   */
  record Pinned(String fingerprint) implements Trust {
    public Pinned {
      fingerprint = fingerprint.replace(":", "").toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Any certificate. Whoever sits on the way can read everything, so this stays visible. */
  record Unverified() implements Trust {}
}

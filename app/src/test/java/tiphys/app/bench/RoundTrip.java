// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.Optional;

/** A way from a text to a text again. */
interface RoundTrip {
  String name();

  /** Read and written; empty where it is refused. */
  Optional<String> unchanged(String text);

  /** Read, one image changed, and written; empty where it is refused. */
  Optional<String> changed(String text, ImageChange change);
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.util.Optional;
import tiphys.model.problem.Problem;

/**
 * One step of the test of a connection.
 *
 * @param found what was found, as the cluster says it: an address, an account, a version
 * @param trouble absent where it works
 */
public record CheckStep(Kind kind, String found, Optional<Problem> trouble) {
  /** In the order in which they are tried. */
  public enum Kind {
    REACHED,
    VERIFIED,
    ACCOUNT,
    VERSION,
    LIST,
    WATCH,
    CREATE,
    DELETE,
    LOGS
  }

  static CheckStep good(Kind kind, String found) {
    return new CheckStep(kind, found, Optional.empty());
  }

  static CheckStep bad(Kind kind, Problem why) {
    return new CheckStep(kind, "", Optional.of(why));
  }

  public boolean isGood() {
    return trouble.isEmpty();
  }
}

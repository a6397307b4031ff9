// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.util.Optional;
import java.util.function.Supplier;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.model.problem.Outcome;

/** The token in use, and how to get another. Safe for any thread. */
final class BearerTokens {
  private final Supplier<Outcome<Secret>> source;
  private Optional<Secret> current = Optional.empty();

  BearerTokens(Supplier<Outcome<Secret>> source) {
    this.source = source;
  }

  /**
   * The one in use; got from its source where there is none yet. An empty one is sent to nobody.
   */
  synchronized Outcome<Secret> current() {
    return current.map(Outcome::done).orElseGet(this::fetch);
  }

  /** Another than the one that was refused; the same again where the source has no other. */
  synchronized Outcome<Secret> renewed(Secret refused) {
    return current
        .filter(token -> !token.equals(refused))
        .map(Outcome::done)
        .orElseGet(this::fetch);
  }

  private Outcome<Secret> fetch() {
    Outcome<Secret> fetched = source.get();
    current = fetched.result();
    return fetched;
  }
}

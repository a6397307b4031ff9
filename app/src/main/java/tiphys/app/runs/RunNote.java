// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tiphys.model.problem.Problem;

/** How far what is shown of a run can be trusted. */
record RunNote(Kind kind, Optional<Problem> why, Instant since) {
  static final RunNote NONE = new RunNote(Kind.NONE, Optional.empty(), Instant.EPOCH);

  enum Kind {
    NONE,
    INTERRUPTED,
    LIVE_AGAIN,
    DELETED,
    UNREADABLE;

    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static RunNote of(Kind kind) {
    return new RunNote(kind, Optional.empty(), Instant.now());
  }

  static RunNote of(Kind kind, Problem why) {
    return new RunNote(kind, Optional.of(why), Instant.now());
  }

  boolean isBad() {
    return kind == Kind.INTERRUPTED || kind == Kind.UNREADABLE || kind == Kind.DELETED;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import tiphys.model.problem.Outcome;

/** Carries requests to one server. Safe for any thread; every method blocks the one that calls. */
public interface Transport extends AutoCloseable {
  /** The server's address, as sentences name it. */
  String address();

  /**
   * Asks and waits for the whole answer, of whatever status. A token that is no longer accepted is
   * renewed once where its source allows.
   */
  Outcome<Answer> send(Call call);

  /** Asks for what is read as it comes; refused where the server answers with an error. */
  Outcome<Body> open(Call call);

  /** Asks for lines that come as they happen; refused where the server answers with an error. */
  default Outcome<LineStream> lines(Call call) {
    return open(call).then(body -> body.lines(address()));
  }

  @Override
  void close();
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.Optional;

/**
 * How the code is to be written.
 *
 * @param server where it submits to when it is run; empty for code that only defines
 * @param functions whether scripts in Python become functions where their code allows it; comments
 *     in it and the order of templates are lost then
 */
public record HeraStyle(Optional<String> server, boolean functions) {
  public static final HeraStyle PLAIN = new HeraStyle(Optional.empty(), false);
}

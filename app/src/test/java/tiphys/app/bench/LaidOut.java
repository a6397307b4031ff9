// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.List;
import tiphys.model.layout.Box;
import tiphys.model.layout.EdgeLine;
import tiphys.model.layout.LayoutQuality;

/** What a layout made of a graph, and how long it took without its start. */
record LaidOut(List<Box> nodes, List<EdgeLine> lines, double milliseconds) {
  LayoutQuality quality() {
    return LayoutQuality.of(nodes, lines);
  }
}

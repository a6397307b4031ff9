// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.Locale;
import java.util.Optional;
import tiphys.icons.Glyph;
import tiphys.icons.Glyphs;
import tiphys.model.graph.NodeKind;
import tiphys.model.run.NodePhase;
import tiphys.model.workflow.Behaviour;

/** Which glyph stands for what. */
public final class NodeGlyphs {
  private NodeGlyphs() {}

  public static Glyph of(NodeKind kind) {
    return named(kind.name());
  }

  public static Glyph of(Behaviour behaviour) {
    return named(behaviour.name());
  }

  public static Glyph of(Optional<NodePhase> phase) {
    return phase.map(known -> named(known.name())).orElseGet(() -> Glyphs.of("none"));
  }

  private static Glyph named(String constant) {
    return Glyphs.of(constant.toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}

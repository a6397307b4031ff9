// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/** What a script defines, as a text that is derived and ready to be edited. Made on any thread. */
record ReadScript(Path script, DiagramState state) {
  static ReadScript of(Path script, SourceText text) {
    return new ReadScript(script, DiagramState.of(text, Positions.NONE));
  }

  /** How the file is called until it is saved: the script's name as that of a manifest. */
  String provisionalName() {
    return String.valueOf(script.getFileName()).replaceAll("\\.py$", "") + ".yaml";
  }
}

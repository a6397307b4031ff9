// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import tiphys.app.editor.SourceTool;

/** What the window's menu asks of the source, which has the focus by then. */
public interface SourceTools {
  void use(SourceTool tool);
}

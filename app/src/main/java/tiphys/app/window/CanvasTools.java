// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import tiphys.app.editor.EditTool;

/** What the window's menu asks of the canvas. */
public interface CanvasTools {
  void zoomIn();

  void zoomOut();

  void actualSize();

  void fit();

  /** Shows what is chosen as large as it goes. */
  void fitChosen();

  /** Lays everything that is shown out anew. */
  void layOut();

  /** Lets the drawings of the file run the other way. */
  void turn();

  void rename();

  /** Does what a tool does with what is chosen. */
  void use(EditTool tool);

  void focus();

  /** What brings back what is shown and chosen now. */
  Runnable keep();
}

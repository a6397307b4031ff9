// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

/** What the window's menu asks of the canvas. */
public interface CanvasTools {
  void zoomIn();

  void zoomOut();

  void actualSize();

  void fit();

  void rename();

  void focus();
}

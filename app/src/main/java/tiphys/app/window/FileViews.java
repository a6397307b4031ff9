// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.List;
import javafx.scene.Node;

/** Everything that is shown of one open file, made by whoever knows the features. */
public record FileViews(
    Node palette,
    Node canvas,
    Node inspector,
    Node runBar,
    List<Panel> panels,
    CanvasTools canvasTools,
    SourceTools sourceTools,
    RunTools runTools) {
  public FileViews {
    panels = List.copyOf(panels);
  }
}

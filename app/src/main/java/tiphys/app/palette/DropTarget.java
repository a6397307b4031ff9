// SPDX-License-Identifier: Apache-2.0
package tiphys.app.palette;

import javafx.geometry.Point2D;
import tiphys.model.graph.NodeKind;

/** Where kinds are dropped. */
public interface DropTarget {
  /** Adds a task of a kind where it fits. */
  void add(NodeKind kind);

  /** Offers the templates that are there already. */
  void offerTemplates();

  /** A kind is dragged over the window. */
  void carry(NodeKind kind, Point2D inScene);

  void drop();

  void cancelCarry();
}

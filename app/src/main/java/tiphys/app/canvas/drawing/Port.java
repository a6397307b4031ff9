// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import tiphys.model.layout.Box;
import tiphys.model.layout.Point;

/** Where edges end at a card. */
public enum Port {
  /** In the middle of the upper side. */
  IN,
  /** In the middle of the lower side. */
  OUT;

  public Point of(Box card) {
    double x = card.x() + card.width() / 2;
    return switch (this) {
      case IN -> new Point(x, card.y());
      case OUT -> new Point(x, card.bottom());
    };
  }

  public Port opposite() {
    return this == IN ? OUT : IN;
  }
}

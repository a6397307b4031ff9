// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.drawing;

import tiphys.model.layout.Box;
import tiphys.model.layout.Heading;
import tiphys.model.layout.Point;
import tiphys.model.layout.Route;

/** Where edges end at a card. */
public enum Port {
  /** In the middle of the near side. */
  IN,
  /** In the middle of the far side. */
  OUT;

  /** Its place in a drawing that runs one way or the other. */
  public Point of(Box card, Heading heading) {
    return switch (this) {
      case IN -> Route.reaching(card, heading);
      case OUT -> Route.leaving(card, heading);
    };
  }

  public Port opposite() {
    return this == IN ? OUT : IN;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.theme;

import tiphys.exporter.picture.Palette;

/** What is really shown. */
public enum Look {
  LIGHT(Palette.LIGHT),
  DARK(Palette.DARK),
  LIGHT_DISTINCT(Palette.LIGHT_DISTINCT),
  DARK_DISTINCT(Palette.DARK_DISTINCT);

  private final Palette palette;

  Look(Palette palette) {
    this.palette = palette;
  }

  static Look of(boolean isDark, boolean isDistinct) {
    if (isDistinct) {
      return isDark ? DARK_DISTINCT : LIGHT_DISTINCT;
    }
    return isDark ? DARK : LIGHT;
  }

  /** The same colours, for those who paint without CSS. */
  public Palette palette() {
    return palette;
  }

  public boolean isDark() {
    return palette.isDark();
  }
}

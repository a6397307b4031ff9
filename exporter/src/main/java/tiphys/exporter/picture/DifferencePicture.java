// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import tiphys.model.difference.ScopeDifference;

/** Two versions of a template as one picture. */
public final class DifferencePicture {
  private DifferencePicture() {}

  public static String svg(ScopeDifference difference, Palette palette) {
    return SvgPicture.of(picture(difference, palette));
  }

  /** As an image. @param scale pixels for each canvas unit */
  public static byte[] png(ScopeDifference difference, Palette palette, double scale) {
    return PngPicture.of(picture(difference, palette), scale);
  }

  public static byte[] pdf(ScopeDifference difference, Palette palette) {
    return PdfPicture.of(picture(difference, palette));
  }

  private static FlowPicture picture(ScopeDifference difference, Palette palette) {
    return FlowPicture.of(difference.graph(), difference.arrangement(), PictureStyle.plain(palette))
        .marked(difference);
  }
}

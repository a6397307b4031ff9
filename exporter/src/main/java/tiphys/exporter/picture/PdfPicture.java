// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import tiphys.model.graph.FlowGraph;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;

/**
 * A scope as a PDF of one page. Written here since it needs no more than paths and the two fonts
 * that every reader has; see {@link PdfPen} for what they lack.
 */
public final class PdfPicture {
  /** A canvas unit is a pixel of the screen, of which there are 96 to the inch. */
  private static final double POINTS = 0.75;

  /** Readers refuse larger pages; larger pictures are made at a smaller scale. */
  private static final double LARGEST_PAGE = 14_400;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();

  private PdfPicture() {}

  public static byte[] of(FlowGraph graph, Arrangement arrangement, PictureStyle style) {
    return of(FlowPicture.of(graph, arrangement, style));
  }

  static byte[] of(FlowPicture picture) {
    Box frame = picture.frame();
    double scale =
        Math.min(POINTS, LARGEST_PAGE / Math.max(1, Math.max(frame.width(), frame.height())));
    PdfPen pen = new PdfPen(frame, scale, picture.palette().background());
    picture.draw(pen, new PdfWidths());
    return new PdfPicture().written(pen, frame.width() * scale, frame.height() * scale);
  }

  private byte[] written(PdfPen pen, double width, double height) {
    write("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n");
    object("<</Type/Catalog/Pages 2 0 R>>");
    object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    object(
        String.format(
            Locale.ROOT,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents 4 0 R/Resources"
                + "<</Font<</F0 5 0 R/F1 6 0 R>>/ExtGState<<%s>>>>>>",
            width,
            height,
            pen.states()));
    stream(pen.content());
    object(font("Helvetica"));
    object(font("Helvetica-Bold"));
    int start = bytes.size();
    write("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
    places.forEach(place -> write(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
    write("trailer<</Size " + (places.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + start);
    write("\n%%EOF\n");
    return bytes.toByteArray();
  }

  private static String font(String name) {
    return "<</Type/Font/Subtype/Type1/BaseFont/" + name + "/Encoding/WinAnsiEncoding>>";
  }

  private void object(String content) {
    places.add(bytes.size());
    write(places.size() + " 0 obj" + content + "endobj\n");
  }

  private void stream(String content) {
    byte[] packed = packed(content.getBytes(StandardCharsets.ISO_8859_1));
    places.add(bytes.size());
    write(places.size() + " 0 obj<</Filter/FlateDecode/Length " + packed.length + ">>stream\n");
    bytes.writeBytes(packed);
    write("\nendstream endobj\n");
  }

  private static byte[] packed(byte[] plain) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 64);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    }
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}

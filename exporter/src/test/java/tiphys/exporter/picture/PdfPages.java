// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads again what a page of a PDF of ours holds. */
final class PdfPages {
  private PdfPages() {}

  /** The operators of the first page; fails where the table of places does not hold. */
  static String content(byte[] pdf) throws DataFormatException {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    int table = Integer.parseInt(text.lines().toList().reversed().get(1));
    if (!text.startsWith("xref", table)) {
      throw new AssertionError("no table at " + table);
    }
    String[] places = text.substring(table).split("\n", -1);
    for (int number = 1; number <= 6; number++) {
      int place = Integer.parseInt(places[number + 2].substring(0, 10));
      if (!text.startsWith(number + " 0 obj", place)) {
        throw new AssertionError("no object " + number + " at " + place);
      }
    }
    int start = text.indexOf("stream\n") + "stream\n".length();
    int end = text.indexOf("\nendstream", start);
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(pdf, start, end - start);
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        content.write(buffer, 0, inflater.inflate(buffer));
      }
      return content.toString(StandardCharsets.ISO_8859_1);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.List;
import java.util.function.Supplier;
import tiphys.app.files.OpenFile;
import tiphys.model.problem.Outcome;

/** Makes of a file what leaves the program in another form. */
public interface Exporter {
  /** The forms that can be chosen: {@code yaml}, {@code svg}. */
  List<String> forms();

  /** What the file of a form is called if nobody says otherwise. */
  String fileName(OpenFile file, String form);

  /** The forms that are pictures. */
  List<String> pictures();

  /**
   * Prepares the bytes of a form, which can be made on any thread.
   *
   * @param isPart whether a picture shows the chosen tasks alone
   */
  Supplier<Outcome<byte[]>> export(OpenFile file, String form, boolean isPart);

  /** A picture in the colours of the screen: of the chosen tasks where some are, else of all. */
  Supplier<Outcome<byte[]>> asOnScreen(OpenFile file);
}

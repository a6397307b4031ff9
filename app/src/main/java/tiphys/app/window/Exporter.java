// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.List;
import tiphys.app.files.OpenFile;
import tiphys.model.problem.Outcome;

/** Makes of a file what leaves the program in another form. */
public interface Exporter {
  /** The forms that can be chosen: {@code yaml}, {@code svg}. */
  List<String> forms();

  /** What the file of a form is called if nobody says otherwise. */
  String fileName(OpenFile file, String form);

  /** The bytes of a form. */
  Outcome<byte[]> export(OpenFile file, String form);
}

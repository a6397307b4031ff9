// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.List;
import java.util.Map;
import tiphys.exporter.python.PyPrinter;

/**
 * A file as Python.
 *
 * @param notes what the code says otherwise than the file
 * @param fallbacks paths of what is written with models though Hera has a class of its own for it
 * @param lines where resources, templates, tasks and steps stand, by {@code DOCUMENT:PATH}
 */
public record HeraCode(
    String text, List<HeraNote> notes, List<String> fallbacks, Map<String, PyPrinter.Lines> lines) {
  public HeraCode {
    notes = List.copyOf(notes);
    fallbacks = List.copyOf(fallbacks);
  }
}

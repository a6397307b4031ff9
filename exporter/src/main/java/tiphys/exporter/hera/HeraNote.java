// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

/**
 * What Hera says otherwise than the manifest.
 *
 * @param path where it stands in its document
 * @param detail what was written instead; empty for what is lost
 */
public record HeraNote(Kind kind, int document, String path, String detail) {
  public enum Kind {
    /** Hera has no word for it; the code does without. */
    LOST,
    /** Hera knows only the newer field, which means the same. */
    RENEWED,
    /** A resource of another kind, kept in a comment. */
    OTHER_KIND
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

/** How wide a text is, in canvas units. */
public interface TextWidths {
  double of(String text, FontRole role);
}

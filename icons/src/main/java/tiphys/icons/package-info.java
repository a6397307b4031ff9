// SPDX-License-Identifier: Apache-2.0
/**
 * Glyphs as SVG path data: one for each kind of template, each phase, each tool, and the program's
 * own icon. Uses the JDK alone, so that the canvas and the SVG writer draw the same.
 */
@NullMarked
package tiphys.icons;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/**
 * Pictures of a workflow. How a card, an edge and a step group look is said once, to a {@link
 * tiphys.exporter.picture.Pen}; files are written by the pens of {@link
 * tiphys.exporter.picture.SvgPicture} and {@link tiphys.exporter.picture.PngPicture}, the window
 * brings its own. Uses the model and the icons.
 */
@NullMarked
package tiphys.exporter.picture;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/**
 * The kinds of task that can be put on the canvas. Entry type: {@link
 * tiphys.app.palette.PaletteView}. Uses {@code message} and {@code theme}; the canvas comes as a
 * {@link tiphys.app.palette.DropTarget}.
 */
@NullMarked
package tiphys.app.palette;

import org.jspecify.annotations.NullMarked;

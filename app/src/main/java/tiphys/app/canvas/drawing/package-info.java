// SPDX-License-Identifier: Apache-2.0

/**
 * What the canvas shows as plain values: the view's place and zoom ({@link
 * tiphys.app.canvas.drawing.Viewport}), a scope's nodes and edges where they stand and how to find
 * them ({@link tiphys.app.canvas.drawing.Drawing}), and the painters that put them on a JavaFX
 * canvas. Uses the model and {@code exporter.picture}.
 */
@NullMarked
package tiphys.app.canvas.drawing;

import org.jspecify.annotations.NullMarked;

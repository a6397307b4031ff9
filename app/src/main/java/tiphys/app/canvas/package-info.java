// SPDX-License-Identifier: Apache-2.0

/**
 * The drawing that people work on. It is painted in immediate mode, culled and in levels of detail;
 * real controls appear only where the user is. {@link tiphys.app.canvas.CanvasViewModel} holds what
 * is shown, without a screen; {@link tiphys.app.canvas.CanvasView} shows it and listens to hands.
 */
@NullMarked
package tiphys.app.canvas;

import org.jspecify.annotations.NullMarked;

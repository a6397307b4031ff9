// SPDX-License-Identifier: Apache-2.0

/**
 * One open file as the window's views see it: the diagram's state, what of it is shown and what of
 * that is chosen, as properties. Entry type: {@link tiphys.app.editor.Editor}. Uses the model and
 * JavaFX's properties, no nodes and no toolkit. Everything here belongs to the window's thread.
 */
@NullMarked
package tiphys.app.editor;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/**
 * Undo and redo: steps that hold a change and its computed inverse, and the position that was
 * saved.
 */
@NullMarked
package tiphys.model.history;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/**
 * Everything that is derived from a text, at one revision. Entry type: {@link
 * tiphys.model.state.DiagramState}. Uses all packages that derive: {@code yaml}, {@code reading},
 * {@code workflow}, {@code graph}, {@code checks}.
 */
@NullMarked
package tiphys.model.state;

import org.jspecify.annotations.NullMarked;

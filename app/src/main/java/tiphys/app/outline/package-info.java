// SPDX-License-Identifier: Apache-2.0

/**
 * The resources of a file and their templates as a list to go through: {@link
 * tiphys.app.outline.OutlineView}. Uses {@code editor}, {@code message} and {@code theme}.
 */
@NullMarked
package tiphys.app.outline;

import org.jspecify.annotations.NullMarked;

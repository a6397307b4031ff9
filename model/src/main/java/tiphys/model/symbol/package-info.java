// SPDX-License-Identifier: Apache-2.0

/**
 * What has a name in a file, and every place that mentions it: the ground of going to a definition,
 * finding usages, and of who writes and who reads a variable. Entry type: {@link
 * tiphys.model.symbol.Symbols}. Uses {@code place}, {@code workflow} and {@code expression}.
 */
@NullMarked
package tiphys.model.symbol;

import org.jspecify.annotations.NullMarked;

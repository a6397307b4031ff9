// SPDX-License-Identifier: Apache-2.0

/**
 * What a file differs in from its last commit, another one, or another file: a list to walk
 * through, one graph of both, and every field before and after. Entry type: {@link
 * tiphys.app.difference.DifferenceWindow}. Uses {@code files}, {@code editor}, {@code code} and
 * {@code theme}.
 */
@NullMarked
package tiphys.app.difference;

import org.jspecify.annotations.NullMarked;

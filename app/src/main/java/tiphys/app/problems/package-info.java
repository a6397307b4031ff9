// SPDX-License-Identifier: Apache-2.0

/**
 * The list of what is wrong with a file. Entry type: {@link tiphys.app.problems.ProblemsView}. Uses
 * {@code editor}, {@code message} and {@code theme}.
 */
@NullMarked
package tiphys.app.problems;

import org.jspecify.annotations.NullMarked;

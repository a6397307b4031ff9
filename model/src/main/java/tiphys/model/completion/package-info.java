// SPDX-License-Identifier: Apache-2.0

/**
 * What can be written at a place of a text, half-typed ones included. Entry type: {@link
 * tiphys.model.completion.Completions}. Uses {@code schema}, {@code workflow} and {@code place}.
 */
@NullMarked
package tiphys.model.completion;

import org.jspecify.annotations.NullMarked;

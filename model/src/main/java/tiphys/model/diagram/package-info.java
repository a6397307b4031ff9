// SPDX-License-Identifier: Apache-2.0

/**
 * The façade over one open file: {@link tiphys.model.diagram.Diagram}. Uses {@code command}, {@code
 * history} and {@code state}.
 */
@NullMarked
package tiphys.model.diagram;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/**
 * Where nodes stand. Entry types: {@link tiphys.model.layout.Arranger}, {@link
 * tiphys.model.layout.Arrangement}. Uses {@code graph}.
 */
@NullMarked
package tiphys.model.layout;

import org.jspecify.annotations.NullMarked;

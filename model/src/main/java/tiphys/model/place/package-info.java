// SPDX-License-Identifier: Apache-2.0

/**
 * Where things of the workflow stand in the text, both ways. Entry type: {@link
 * tiphys.model.place.Locator}. Uses {@code graph} and {@code yaml}.
 */
@NullMarked
package tiphys.model.place;

import org.jspecify.annotations.NullMarked;

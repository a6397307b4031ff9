// SPDX-License-Identifier: Apache-2.0

/**
 * What could be done about a problem: a command for each way. Entry type: {@link
 * tiphys.model.fix.Fixes}. Uses {@code command} and what a state holds.
 */
@NullMarked
package tiphys.model.fix;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/**
 * What a person can do to a diagram, one record each. A command plans edits of the text or refuses
 * with a reason; it never does anything itself. Entry type: {@link tiphys.model.command.Command}.
 * Uses {@code state} and {@code writing}.
 */
@NullMarked
package tiphys.model.command;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/**
 * Who writes and who reads each variable of a file, as an outline to go along. Entry type: {@link
 * tiphys.app.variables.VariablesView}. Uses {@code editor} and the model's {@code symbol}.
 */
@NullMarked
package tiphys.app.variables;

import org.jspecify.annotations.NullMarked;

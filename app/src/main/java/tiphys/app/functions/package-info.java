// SPDX-License-Identifier: Apache-2.0

/**
 * Templates run alone, and the cases that are kept of them. Entry type: {@link
 * tiphys.app.functions.FunctionsView}. Uses {@code editor}, {@code export} and {@code files}.
 */
@NullMarked
package tiphys.app.functions;

import org.jspecify.annotations.NullMarked;

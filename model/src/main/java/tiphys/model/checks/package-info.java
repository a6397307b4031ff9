// SPDX-License-Identifier: Apache-2.0

/**
 * The rules a workflow must keep, one in a file. Entry type: {@link tiphys.model.checks.Checks}.
 */
@NullMarked
package tiphys.model.checks;

import org.jspecify.annotations.NullMarked;

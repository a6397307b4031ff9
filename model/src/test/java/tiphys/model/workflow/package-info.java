// SPDX-License-Identifier: Apache-2.0

/** Tests of {@code workflow}. */
@NullMarked
package tiphys.model.workflow;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/** Tests of {@code run}. */
@NullMarked
package tiphys.model.run;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/** Tests of {@code graph}. */
@NullMarked
package tiphys.model.graph;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/** Reads the domain from the tree. Entry type: {@link tiphys.model.reading.WorkflowReader}. */
@NullMarked
package tiphys.model.reading;

import org.jspecify.annotations.NullMarked;

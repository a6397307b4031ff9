// SPDX-License-Identifier: Apache-2.0

/** Tests of the parts that reach no network. */
@NullMarked
package tiphys.exporter.cluster.action;

import org.jspecify.annotations.NullMarked;

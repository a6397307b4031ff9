// SPDX-License-Identifier: Apache-2.0

/**
 * The runs that took place on this computer and that a cluster has and has had, to open and to
 * compare. Entry type: {@link tiphys.app.history.HistoryView}. Uses {@code message}, {@code theme},
 * {@code exporter.cluster} and {@code exporter.local}.
 */
@NullMarked
package tiphys.app.history;

import org.jspecify.annotations.NullMarked;

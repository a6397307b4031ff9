// SPDX-License-Identifier: Apache-2.0

/**
 * The runs that a cluster has and has had, to open and to compare. Entry type: {@link
 * tiphys.app.history.HistoryView}. Uses {@code message}, {@code theme} and {@code
 * exporter.cluster}.
 */
@NullMarked
package tiphys.app.history;

import org.jspecify.annotations.NullMarked;

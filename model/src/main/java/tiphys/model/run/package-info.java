// SPDX-License-Identifier: Apache-2.0

/**
 * A run as Argo's status tells it, wherever it comes from, and its mapping on the designed graph.
 * Entry types: {@link tiphys.model.run.RunSnapshot}, {@link tiphys.model.run.RunOverlay}. Uses
 * {@code graph} and {@code workflow}.
 */
@NullMarked
package tiphys.model.run;

import org.jspecify.annotations.NullMarked;

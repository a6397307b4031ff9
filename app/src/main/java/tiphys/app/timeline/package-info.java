// SPDX-License-Identifier: Apache-2.0

/**
 * When each node of a run waited, ran and ended. Entry type: {@link
 * tiphys.app.timeline.TimelineView}. Uses {@code editor}, {@code message}, {@code theme} and {@code
 * model.run}, so that it does not matter where the run comes from.
 */
@NullMarked
package tiphys.app.timeline;

import org.jspecify.annotations.NullMarked;

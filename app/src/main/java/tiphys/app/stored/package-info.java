// SPDX-License-Identifier: Apache-2.0

/**
 * What clusters keep to run it later: templates and cron workflows, listed, opened, submitted,
 * replaced from a file, paused and deleted. Entry type: {@link tiphys.app.stored.StoredWindow}.
 * Uses {@code concurrent}, {@code code}, {@code files}, {@code theme} and {@code message}.
 */
@NullMarked
package tiphys.app.stored;

import org.jspecify.annotations.NullMarked;

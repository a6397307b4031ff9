// SPDX-License-Identifier: Apache-2.0

/**
 * Runs a file on this computer from the window and colours its graph. Entry type: {@link
 * tiphys.app.runs.RunControl}, {@link tiphys.app.runs.RunBar}, {@link tiphys.app.runs.RunPanel}.
 * Uses {@code editor}, {@code message}, {@code settings} and {@code exporter.local}.
 */
@NullMarked
package tiphys.app.runs;

import org.jspecify.annotations.NullMarked;

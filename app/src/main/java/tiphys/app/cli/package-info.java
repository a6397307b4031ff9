// SPDX-License-Identifier: Apache-2.0

/**
 * The command line: the same commands as the window's, without touching JavaFX. Entry type: {@link
 * tiphys.app.cli.CommandLine}. Uses {@code message}, {@code files}, the model and the exporter.
 */
@NullMarked
package tiphys.app.cli;

import org.jspecify.annotations.NullMarked;

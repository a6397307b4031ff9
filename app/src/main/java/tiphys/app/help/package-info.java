// SPDX-License-Identifier: Apache-2.0

/**
 * The users' help: pages in Markdown beside this package, one folder a language, shown in a window
 * and printed by the command line; the sheet of shortcuts; what the program is made of. Entry
 * types: {@link tiphys.app.help.HelpDesk} for the window, {@link tiphys.app.help.HelpBook} for the
 * command line, which touches no JavaFX. Uses {@code message}, {@code keys}, {@code theme} and
 * commonmark.
 */
@NullMarked
package tiphys.app.help;

import org.jspecify.annotations.NullMarked;

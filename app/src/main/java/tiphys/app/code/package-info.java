// SPDX-License-Identifier: Apache-2.0

/**
 * Code as one reads and writes it: its colours by language, an editor with a search, a large window
 * for it, and the list of what can be written. For every feature that shows code; entry types:
 * {@link tiphys.app.code.CodeEditor}, {@link tiphys.app.code.CodeWindow}. Uses {@code message} and
 * {@code theme}.
 */
@NullMarked
package tiphys.app.code;

import org.jspecify.annotations.NullMarked;

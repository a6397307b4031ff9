// SPDX-License-Identifier: Apache-2.0

/**
 * The text of the open file, to be typed in. The area shows the editor's text itself and keeps no
 * copy; what is typed goes to the editor, and what a command changes is changed at its place. Entry
 * type: {@link tiphys.app.source.SourceView}. Uses {@code editor}, {@code message} and the model.
 */
@NullMarked
package tiphys.app.source;

import org.jspecify.annotations.NullMarked;

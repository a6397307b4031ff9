// SPDX-License-Identifier: Apache-2.0

/**
 * The text of a file and edits of it: the truth from which everything else is derived. Entry types:
 * {@link tiphys.model.text.SourceText}, {@link tiphys.model.text.TextEdits}. Uses nothing else of
 * Tiphys.
 */
@NullMarked
package tiphys.model.text;

import org.jspecify.annotations.NullMarked;

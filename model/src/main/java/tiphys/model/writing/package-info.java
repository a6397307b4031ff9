// SPDX-License-Identifier: Apache-2.0

/**
 * From an intended change of the document to the smallest edits of its text, in the style of what
 * stands around it. Entry type: {@code DocumentWriter}. Uses {@code yaml}.
 */
@NullMarked
package tiphys.model.writing;

import org.jspecify.annotations.NullMarked;

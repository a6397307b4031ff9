// SPDX-License-Identifier: Apache-2.0

/** Facts about texts and edits. */
@NullMarked
package tiphys.model.text;

import org.jspecify.annotations.NullMarked;

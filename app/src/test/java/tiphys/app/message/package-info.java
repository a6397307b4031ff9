// SPDX-License-Identifier: Apache-2.0

/** Facts about the sentences: complete in both languages, none left over. */
@NullMarked
package tiphys.app.message;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/** Facts about code as one reads it. */
@NullMarked
package tiphys.app.code;

import org.jspecify.annotations.NullMarked;

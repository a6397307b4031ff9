// SPDX-License-Identifier: Apache-2.0

/** Facts about parts of the window. */
@NullMarked
package tiphys.app.window;

import org.jspecify.annotations.NullMarked;

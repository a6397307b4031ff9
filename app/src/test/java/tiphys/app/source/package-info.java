// SPDX-License-Identifier: Apache-2.0

/** Facts about the source pane. */
@NullMarked
package tiphys.app.source;

import org.jspecify.annotations.NullMarked;

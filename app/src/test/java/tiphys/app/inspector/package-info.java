// SPDX-License-Identifier: Apache-2.0

/** Facts about the forms. */
@NullMarked
package tiphys.app.inspector;

import org.jspecify.annotations.NullMarked;

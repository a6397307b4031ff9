// SPDX-License-Identifier: Apache-2.0

/** Facts about settings. */
@NullMarked
package tiphys.app.settings;

import org.jspecify.annotations.NullMarked;

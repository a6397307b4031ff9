// SPDX-License-Identifier: Apache-2.0

/** What tests of views share: a dressed window, and its picture. */
@NullMarked
package tiphys.app.screen;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/**
 * Work that must not hold up the window. Entry type: {@link tiphys.app.concurrent.Background}. Uses
 * the JDK and JavaFX's lists; which thread is the window's is told from outside.
 */
@NullMarked
package tiphys.app.concurrent;

import org.jspecify.annotations.NullMarked;

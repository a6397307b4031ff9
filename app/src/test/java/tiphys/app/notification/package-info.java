// SPDX-License-Identifier: Apache-2.0

/** What is told on the desktop, to stand-ins of the systems' own programs. */
@NullMarked
package tiphys.app.notification;

import org.jspecify.annotations.NullMarked;

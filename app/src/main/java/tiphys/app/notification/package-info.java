// SPDX-License-Identifier: Apache-2.0

/**
 * What is told outside the program's windows, to somebody who looks elsewhere. Entry type: {@link
 * tiphys.app.notification.DesktopNotices}. Uses {@code concurrent} and {@code theme}.
 */
@NullMarked
package tiphys.app.notification;

import org.jspecify.annotations.NullMarked;

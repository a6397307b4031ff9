// SPDX-License-Identifier: Apache-2.0

/**
 * The window around the views: menu, tabs, panels, status bar, command palette. It knows no other
 * feature; what fills it comes as {@link tiphys.app.window.FileViews}. Entry type: {@link
 * tiphys.app.window.TiphysWindow}. Uses {@code files}, {@code editor}, {@code settings}, {@code
 * theme} and {@code message}.
 */
@NullMarked
package tiphys.app.window;

import org.jspecify.annotations.NullMarked;

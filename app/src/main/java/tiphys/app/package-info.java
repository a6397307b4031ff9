// SPDX-License-Identifier: Apache-2.0

/**
 * Where the program starts and where its features are put together. Entry types: {@link
 * tiphys.app.TiphysApplication}, {@link tiphys.app.Wiring}. Uses everything; nothing uses it.
 */
@NullMarked
package tiphys.app;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/**
 * The folder around a file: its files and what they hold, found by typing. Entry type: {@link
 * tiphys.app.folder.FolderView}. Uses {@code files}, {@code theme} and {@code message}.
 */
@NullMarked
package tiphys.app.folder;

import org.jspecify.annotations.NullMarked;

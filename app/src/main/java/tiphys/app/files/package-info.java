// SPDX-License-Identifier: Apache-2.0

/**
 * Files on the disk: reading and writing a text without changing a byte that the user did not
 * change, and the files that are open. Entry types: {@link tiphys.app.files.TextFile}, which the
 * command line uses too, and {@link tiphys.app.files.OpenFiles}. Uses {@code model}, {@code editor}
 * and JavaFX's properties; no toolkit.
 */
@NullMarked
package tiphys.app.files;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/**
 * Files on the disk: reading and writing a text without changing a byte that the user did not
 * change. Entry type: {@link tiphys.app.files.TextFile}. Uses {@code model} and the JDK; no JavaFX,
 * for the command line uses it too.
 */
@NullMarked
package tiphys.app.files;

import org.jspecify.annotations.NullMarked;

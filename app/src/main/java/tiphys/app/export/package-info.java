// SPDX-License-Identifier: Apache-2.0

/**
 * What is made of an open file for the world outside: the manifest, pictures. Entry type: {@link
 * tiphys.app.export.FileExports}. Uses {@code editor} and the module {@code exporter}.
 */
@NullMarked
package tiphys.app.export;

import org.jspecify.annotations.NullMarked;

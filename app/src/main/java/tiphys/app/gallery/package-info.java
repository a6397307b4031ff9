// SPDX-License-Identifier: Apache-2.0

/**
 * The workflows that come with the program, each with its picture, what it teaches, its YAML and
 * its Python. Entry type: {@link tiphys.app.gallery.GalleryWindow}. Uses {@code files}, {@code
 * export}, {@code code} and {@code theme}.
 */
@NullMarked
package tiphys.app.gallery;

import org.jspecify.annotations.NullMarked;

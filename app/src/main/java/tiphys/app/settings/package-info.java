// SPDX-License-Identifier: Apache-2.0

/**
 * What the user chose once and for all, kept in the user's configuration folder. Entry type: {@link
 * tiphys.app.settings.Settings}. Uses {@code message}, {@code theme} and JavaFX's properties.
 */
@NullMarked
package tiphys.app.settings;

import org.jspecify.annotations.NullMarked;

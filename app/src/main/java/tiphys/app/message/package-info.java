// SPDX-License-Identifier: Apache-2.0

/**
 * Every sentence that a person reads, in English and Japanese. One bundle for each feature, beside
 * this package's classes: {@code window.properties} and {@code window_ja.properties}. Entry type:
 * {@link tiphys.app.message.Messages}. Uses {@code problem}; no JavaFX, so the command line speaks
 * through it too.
 */
@NullMarked
package tiphys.app.message;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import tiphys.model.text.TextRange;

/**
 * A request to bring a place of the text into view.
 *
 * @param number grows with every request, so that asking twice for one place is two requests
 */
public record Reveal(TextRange range, long number) {}

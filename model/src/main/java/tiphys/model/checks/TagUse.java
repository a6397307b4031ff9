// SPDX-License-Identifier: Apache-2.0
package tiphys.model.checks;

import tiphys.model.expression.Tag;
import tiphys.model.text.TextRange;

/**
 * A tag where it stands.
 *
 * @param range from the start of the node that was looked through
 */
record TagUse(Tag tag, TextRange range) {}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import tiphys.model.problem.Problem;
import tiphys.model.text.TextRange;

/**
 * An entry that could not be read and was left out, so that the rest of the text could.
 *
 * @param range its whole lines, without the last line break
 * @param problem why, at a place within the range
 */
public record Damage(TextRange range, Problem problem) {}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.diagram;

import tiphys.model.state.DiagramState;
import tiphys.model.text.TextEdits;

/**
 * One step of a diagram, as its listener is told.
 *
 * @param edits what led from the text before to the text after
 */
public record DiagramChange(DiagramState before, DiagramState after, TextEdits edits) {}

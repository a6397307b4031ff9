// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

import tiphys.model.workflow.Library;

/**
 * A request to show a template of another file.
 *
 * @param template empty for where the resource begins
 * @param number grows with every request, so that asking twice for one place is two requests
 */
public record Departure(Library.Entry to, String template, long number) {}

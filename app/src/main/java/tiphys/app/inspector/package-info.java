// SPDX-License-Identifier: Apache-2.0

/**
 * What is chosen, as a form: each field is read from the text and set by a command. Entry type:
 * {@link tiphys.app.inspector.InspectorView}; what it shows is a {@link
 * tiphys.app.inspector.Sheet}. Uses {@code editor}, {@code message} and {@code theme}.
 */
@NullMarked
package tiphys.app.inspector;

import org.jspecify.annotations.NullMarked;

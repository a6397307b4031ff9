// SPDX-License-Identifier: Apache-2.0

/**
 * How Tiphys looks: light or dark, and the colours that mean something (phases of a run, kinds of
 * template, severities) as CSS tokens in {@code theme.css}. Entry type: {@link
 * tiphys.app.theme.Theme}. Uses JavaFX and AtlantaFX.
 */
@NullMarked
package tiphys.app.theme;

import org.jspecify.annotations.NullMarked;

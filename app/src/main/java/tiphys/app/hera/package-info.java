// SPDX-License-Identifier: Apache-2.0

/**
 * The file as Python for Hera beside its YAML, live. Entry type: {@link tiphys.app.hera.HeraView}.
 * Uses {@code editor}, {@code code}, {@code export} and {@code files}.
 */
@NullMarked
package tiphys.app.hera;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/**
 * Python source as values, and its text as the formatter black would leave it. Entry types: {@link
 * tiphys.exporter.python.PyStatement}, {@link tiphys.exporter.python.PyPrinter}. Uses nothing.
 */
@NullMarked
package tiphys.exporter.python;

import org.jspecify.annotations.NullMarked;

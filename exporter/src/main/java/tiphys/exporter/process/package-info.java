// SPDX-License-Identifier: Apache-2.0

/**
 * Other programs, started so that nothing of them is left when they are not wanted any more. Entry
 * types: {@link tiphys.exporter.process.WatchedCommand} and {@link
 * tiphys.exporter.process.BoundedProcess}. Uses nothing of this program.
 */
@NullMarked
package tiphys.exporter.process;

import org.jspecify.annotations.NullMarked;

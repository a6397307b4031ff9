// SPDX-License-Identifier: Apache-2.0

/**
 * Runs workflows on this computer: in containers, as processes with a view of the file system of
 * their own, or only as if. Entry types: {@link tiphys.exporter.local.ThisComputer}, {@link
 * tiphys.exporter.local.RunRequest}, {@link tiphys.exporter.local.ActiveRun}.
 */
@NullMarked
package tiphys.exporter.local;

import org.jspecify.annotations.NullMarked;

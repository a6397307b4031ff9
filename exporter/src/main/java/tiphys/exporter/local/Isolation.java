// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

/** How a step gets the paths that its template names for itself alone. */
public enum Isolation {
  /** The kernel's own, through util-linux. */
  NAMESPACES,
  /** The paths are replaced in command, arguments and source by those of a private folder. */
  REWRITTEN_PATHS,
  /** Containers have it by themselves; a simulation needs none. */
  NONE_NEEDED
}

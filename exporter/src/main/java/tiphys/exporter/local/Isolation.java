// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

/** How a step gets the paths that its template names for itself alone; the best comes first. */
public enum Isolation {
  /** A root of its own, put together by the program {@code bwrap}. */
  BUBBLEWRAP,
  /** A root of its own, put together with {@code unshare} and {@code mount} of util-linux. */
  NAMESPACES,
  /** The paths are replaced in command, arguments and source by those of a private folder. */
  REWRITTEN_PATHS,
  /** Containers have it by themselves; a simulation needs none. */
  NONE_NEEDED;

  /** Whether steps see a root of their own, in which every path is as the template says it. */
  boolean givesRoot() {
    return this == BUBBLEWRAP || this == NAMESPACES;
  }
}

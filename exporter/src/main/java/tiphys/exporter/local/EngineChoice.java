// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

/** How the steps of a run are executed. */
public enum EngineChoice {
  /** Containers if something makes them when it is asked, else processes. */
  AUTO,
  /** A container for each step; refused where docker, podman or nerdctl do not answer. */
  CONTAINER,
  /** A process of this computer for each step. */
  PROCESS,
  /** Nothing is executed; every step succeeds after a while. */
  SIMULATE
}

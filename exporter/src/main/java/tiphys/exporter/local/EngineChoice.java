// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

/** How the steps of a run are executed. */
public enum EngineChoice {
  /** Containers if an engine answers, else processes. */
  AUTO,
  CONTAINER,
  PROCESS,
  /** Nothing is executed; every step succeeds after a while. */
  SIMULATE
}

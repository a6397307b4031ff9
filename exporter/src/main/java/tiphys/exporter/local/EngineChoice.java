// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

/** How the steps of a run are executed. */
public enum EngineChoice {
  /** Processes, for as long as containers cannot be used. */
  AUTO,
  /** Not yet: a preview refuses it with a sentence. */
  CONTAINER,
  PROCESS,
  /** Nothing is executed; every step succeeds after a while. */
  SIMULATE
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

/** Whether the cluster keeps what it is sent, or only says whether it would. */
public enum Trial {
  REAL,
  DRY_RUN
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

/** Whether a cron workflow starts runs. */
public enum CronState {
  ACTIVE,
  SUSPENDED
}

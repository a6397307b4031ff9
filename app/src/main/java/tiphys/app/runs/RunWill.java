// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

/** What a run was told from outside. */
enum RunWill {
  GO_ON,
  PAUSE,
  END
}

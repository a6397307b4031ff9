// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

/** What became of a thing from the earlier version to the later one. */
public enum Change {
  ADDED,
  REMOVED,
  CHANGED
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

/**
 * A node within its scope: the name of its task, step or container; {@code ?n} for the n-th that
 * has no name.
 */
public record NodeId(String value) {
  @Override
  public String toString() {
    return value;
  }
}

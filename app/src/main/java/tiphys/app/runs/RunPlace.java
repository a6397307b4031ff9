// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

/** A run of a cluster. */
record RunPlace(String connection, String namespace, String name) {
  RunPlace {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a run has a name");
    }
  }
}

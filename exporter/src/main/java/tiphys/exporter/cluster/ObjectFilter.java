// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

/**
 * Which objects of a kind are meant.
 *
 * @param name exactly one; empty for all
 * @param labels as a label selector of Kubernetes; empty for all
 * @param limit the most that are answered; 0 for all
 */
public record ObjectFilter(String name, String labels, int limit) {
  public static final ObjectFilter ALL = new ObjectFilter("", "", 0);

  public static ObjectFilter named(String name) {
    return new ObjectFilter(name, "", 0);
  }

  public static ObjectFilter labelled(String labels) {
    return new ObjectFilter("", labels, 0);
  }

  String fieldSelector() {
    return name.isEmpty() ? "" : "metadata.name=" + name;
  }
}

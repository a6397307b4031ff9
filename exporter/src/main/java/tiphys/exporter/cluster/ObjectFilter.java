// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

/**
 * Which objects of a kind are meant.
 *
 * @param name exactly one; empty for all
 * @param labels as a label selector of Kubernetes; empty for all
 * @param limit the most that are answered; 0 for all
 * @param isBrief whether what makes a run large is left out: its nodes and the templates that were
 *     stored with it
 */
public record ObjectFilter(String name, String labels, int limit, boolean isBrief) {
  public static final ObjectFilter ALL = new ObjectFilter("", "", 0, false);

  public static ObjectFilter named(String name) {
    return new ObjectFilter(name, "", 0, false);
  }

  public static ObjectFilter labelled(String labels) {
    return new ObjectFilter("", labels, 0, false);
  }

  /** The same with no more of each run than a list shows. */
  public ObjectFilter brief() {
    return new ObjectFilter(name, labels, limit, true);
  }

  String fieldSelector() {
    return name.isEmpty() ? "" : "metadata.name=" + name;
  }
}

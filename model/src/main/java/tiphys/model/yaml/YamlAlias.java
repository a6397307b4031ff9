// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

/**
 * A reference ({@code *name}) to an anchored node earlier in the document. It is never expanded in
 * the tree.
 */
public final class YamlAlias extends YamlNode {
  private final String name;

  public YamlAlias(String name, int length) {
    super(length, null, null);
    this.name = name;
  }

  public String name() {
    return name;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

/**
 * One document of a stream.
 *
 * @param root its value; an empty document holds an empty plain scalar
 * @param start offset of the root in the text
 */
public record YamlDocument(YamlNode root, int start) {
  public YamlPlace place() {
    return YamlPlace.root(this);
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value of a YAML document, without its place. Where it begins its anchor and tag, if any, are
 * included in its length; comments and blank lines around it are not.
 */
public abstract sealed class YamlNode permits YamlScalar, YamlAlias, YamlMapping, YamlSequence {
  private final int length;
  private final @Nullable String anchor;
  private final @Nullable String tag;
  private @Nullable Derived derived;

  YamlNode(int length, @Nullable String anchor, @Nullable String tag) {
    this.length = length;
    this.anchor = anchor;
    this.tag = tag;
  }

  /** Units from the first of the node (anchor and tag included) to its last. */
  public int length() {
    return length;
  }

  public Optional<String> anchor() {
    return Optional.ofNullable(anchor);
  }

  public Optional<String> tag() {
    return Optional.ofNullable(tag);
  }

  /**
   * What {@code derive} makes of this node, remembered as long as the node lives. Because an edit
   * keeps all nodes that it does not touch, reading a file again after an edit costs only what
   * changed. One value of each type is remembered; {@code derive} must depend on nothing but the
   * node.
   */
  public <T> T derived(Class<T> type, Function<? super YamlNode, ? extends T> derive) {
    T known = Derived.find(derived, type);
    if (known != null) {
      return known;
    }
    T made = derive.apply(this);
    derived = Derived.behind(derived, made);
    return made;
  }
}

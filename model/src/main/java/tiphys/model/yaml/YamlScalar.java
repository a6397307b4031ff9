// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A scalar with its content after unescaping and folding. An absent value (`key:`) is an empty
 * plain scalar of length 0.
 */
public final class YamlScalar extends YamlNode {
  private static final String YAML = "tag:yaml.org,2002:";

  private final String value;
  private final ScalarStyle style;

  public YamlScalar(
      String value, ScalarStyle style, int length, @Nullable String anchor, @Nullable String tag) {
    super(length, anchor, tag);
    this.value = value;
    this.style = style;
  }

  public String value() {
    return value;
  }

  public ScalarStyle style() {
    return style;
  }

  /** What Argo's YAML reader takes the scalar for: YAML 1.1 by the rules of go-yaml v2. */
  public ScalarType type() {
    String tag = tag().orElse("");
    if (tag.isEmpty()) {
      return style == ScalarStyle.PLAIN ? ScalarType.ofPlain(value) : ScalarType.STRING;
    }
    return switch (tag) {
      case YAML + "int", YAML + "bool", YAML + "null" -> ScalarType.ofPlain(value);
      case YAML + "float" ->
          ScalarType.ofPlain(value) == ScalarType.INTEGER
              ? ScalarType.FLOAT
              : ScalarType.ofPlain(value);
      default -> ScalarType.STRING;
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

/** How a scalar is written (YAML 1.2 §7.3, §8.1). */
public enum ScalarStyle {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL,
  FOLDED
}

// SPDX-License-Identifier: Apache-2.0

/**
 * A lossless tree over the text of a YAML or JSON file. The tree keeps no text of its own: it says
 * where each node lies. Nodes are immutable, know their length and their children's offsets but not
 * their own place, and are shared between the trees before and after an edit; {@link
 * tiphys.model.yaml.YamlPlace} is a node together with its place. Entry types: {@link
 * tiphys.model.yaml.YamlTree}, {@link tiphys.model.yaml.YamlPlace}. Uses {@code text} and {@code
 * problem}.
 */
@NullMarked
package tiphys.model.yaml;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlAlias;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;

/**
 * What a node means, by whoever read it: for comparing readers, and what was intended with what
 * came out.
 *
 * @param anchor empty for none
 */
public sealed interface Meaning {
  String anchor();

  /**
   * @param isText whether YAML 1.1, YAML 1.2 and go-yaml all take it for a text
   */
  record Scalar(String anchor, String value, boolean isText) implements Meaning {}

  record Alias(String anchor, String name) implements Meaning {}

  record Entry(Meaning key, Meaning value) {}

  record Mapping(String anchor, List<Entry> entries) implements Meaning {}

  record Items(String anchor, List<Meaning> items) implements Meaning {}

  static Meaning text(String value) {
    return new Scalar("", value, true);
  }

  /** Of the reader that is under test. */
  static Meaning of(YamlNode node) {
    String anchor = node.anchor().orElse("");
    return switch (node) {
      case YamlScalar scalar ->
          new Scalar(
              anchor,
              scalar.value(),
              scalar.type() == ScalarType.STRING
                  && (scalar.style() != tiphys.model.yaml.ScalarStyle.PLAIN
                      || scalar.tag().isPresent()
                      || isText(scalar.value(), true)));
      case YamlAlias alias -> new Alias(anchor, alias.name());
      case YamlMapping mapping -> {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < mapping.size(); i++) {
          entries.add(new Entry(of(mapping.key(i)), of(mapping.value(i))));
        }
        yield new Mapping(anchor, entries);
      }
      case YamlSequence sequence -> {
        List<Meaning> items = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
          items.add(of(sequence.item(i)));
        }
        yield new Items(anchor, items);
      }
    };
  }

  /** Whether a scalar without a tag is a text for everybody. */
  static boolean isText(String value, boolean isPlain) {
    return !isPlain
        || ScalarType.ofPlain(value) == ScalarType.STRING
            && new Resolver().resolve(NodeId.scalar, value, true).equals(Tag.STR);
  }
}

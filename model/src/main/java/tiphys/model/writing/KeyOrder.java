// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.List;
import tiphys.model.yaml.YamlPlace;

/** Where a new key goes among those that are there: in the order of Argo's own examples. */
final class KeyOrder {
  private static final List<String> ORDER =
      List.of(
          "apiVersion",
          "kind",
          "metadata",
          "spec",
          "status",
          "name",
          "generateName",
          "namespace",
          "labels",
          "annotations",
          "schedules",
          "entrypoint",
          "onExit",
          "depends",
          "dependencies",
          "template",
          "templateRef",
          "inline",
          "arguments",
          "withItems",
          "withParam",
          "withSequence",
          "when",
          "continueOn",
          "hooks",
          "templates",
          "inputs",
          "outputs",
          "parameters",
          "artifacts",
          "value",
          "valueFrom",
          "default",
          "path",
          "retryStrategy",
          "container",
          "script",
          "containerSet",
          "dag",
          "steps",
          "resource",
          "suspend",
          "http",
          "plugin",
          "data",
          "image",
          "command",
          "args",
          "env",
          "source");

  private KeyOrder() {}

  /** Behind which entry a new key is put; -1 for in front of all. */
  static int indexBefore(YamlPlace mapping, String key) {
    int rank = ORDER.indexOf(key);
    if (rank < 0) {
      return mapping.size() - 1;
    }
    int last = -1;
    boolean sawKnown = false;
    for (int i = 0; i < mapping.size(); i++) {
      int other = ORDER.indexOf(mapping.key(i).text().orElse(""));
      sawKnown |= other >= 0;
      if (other >= 0 && other < rank) {
        last = i;
      }
    }
    return sawKnown ? last : mapping.size() - 1;
  }
}

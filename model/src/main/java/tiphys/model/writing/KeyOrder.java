// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.List;
import java.util.Set;
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

  /** Behind which of the entries that stay a new key is put; -1 for in front of all. */
  static int indexBefore(YamlPlace mapping, String key, Set<Integer> gone) {
    int rank = ORDER.indexOf(key);
    int last = -1;
    int lastKept = -1;
    boolean sawKnown = false;
    for (int i = 0; i < mapping.size(); i++) {
      if (!gone.contains(i)) {
        int other = ORDER.indexOf(mapping.key(i).text().orElse(""));
        sawKnown |= other >= 0;
        lastKept = i;
        last = other >= 0 && other < rank ? i : last;
      }
    }
    return rank >= 0 && sawKnown ? last : lastKept;
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.text.SourceText;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.ScalarType;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlNode;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlSequence;
import tiphys.model.yaml.YamlTree;

/** What a typed value means for a field: a text, a number or truth, or a list. */
final class FieldValue {
  /** Fields of Argo's schema that are lists of texts. */
  private static final Set<String> LISTS =
      Set.of("command", "args", "dependencies", "withItems", "schedules", "enum", "flags");

  /** Fields of Argo's schema that are numbers or truths. */
  private static final Set<String> NOT_TEXTS =
      Set.of(
          "parallelism",
          "activeDeadlineSeconds",
          "priority",
          "suspend",
          "failFast",
          "daemon",
          "optional",
          "clusterScope",
          "error",
          "failed",
          "limit",
          "duration-seconds",
          "hostNetwork",
          "automountServiceAccountToken",
          "successfulJobsHistoryLimit",
          "failedJobsHistoryLimit",
          "startingDeadlineSeconds");

  private FieldValue() {}

  static YamlValue of(String value, YamlPlace before, List<String> path) {
    boolean isList = before.isSequence() || isList(path);
    if (isList || before.isMapping()) {
      return structured(value, isList);
    }
    boolean wasText =
        before.node() instanceof YamlScalar scalar && scalar.type() == ScalarType.STRING;
    return wasText ? YamlValue.text(value) : scalar(value, path);
  }

  static YamlValue ofNew(String value, List<String> path) {
    return isList(path) ? structured(value, true) : scalar(value, path);
  }

  private static boolean isList(List<String> path) {
    return LISTS.contains(path.getLast());
  }

  private static YamlValue scalar(String value, List<String> path) {
    boolean isTyped =
        NOT_TEXTS.contains(path.getLast())
            && !value.isEmpty()
            && ScalarType.ofPlain(value) != ScalarType.STRING;
    return isTyped ? new YamlValue.Plain(value) : YamlValue.text(value);
  }

  /** YAML as typed; a list of one where a list is wanted and none was typed. */
  private static YamlValue structured(String value, boolean isList) {
    YamlTree tree = YamlTree.parse(SourceText.of(value));
    boolean isRead = tree.syntaxError().isEmpty() && tree.documents().size() == 1;
    Optional<YamlValue> typed =
        isRead ? copy(tree.documents().getFirst().root()) : Optional.empty();
    return typed
        .filter(found -> !isList || found instanceof YamlValue.Sequence)
        .filter(found -> !(found instanceof YamlValue.Text))
        .orElseGet(
            () -> isList ? YamlValue.sequence(YamlValue.text(value)) : YamlValue.text(value));
  }

  /** Empty for what holds aliases. */
  private static Optional<YamlValue> copy(YamlNode node) {
    return switch (node) {
      case YamlScalar scalar ->
          Optional.of(
              scalar.type() == ScalarType.STRING
                  ? YamlValue.text(scalar.value())
                  : new YamlValue.Plain(scalar.value()));
      case YamlSequence sequence -> {
        List<YamlValue> items = new java.util.ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
          copy(sequence.item(i)).ifPresent(items::add);
        }
        yield items.size() == sequence.size()
            ? Optional.of(new YamlValue.Sequence(items))
            : Optional.empty();
      }
      case YamlMapping mapping -> {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (int i = 0; i < mapping.size(); i++) {
          String key = mapping.key(i) instanceof YamlScalar scalar ? scalar.value() : "";
          copy(mapping.value(i)).ifPresent(value -> entries.put(key, value));
        }
        yield entries.size() == mapping.size()
            ? Optional.of(new YamlValue.Mapping(entries))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }
}

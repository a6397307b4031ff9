// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What readers other than this program's find in a text: values by YAML 1.1, as Argo reads it. */
final class ValuesRead {
  private ValuesRead() {}

  /** The values of all documents, which may be changed; empty for what it does not read. */
  static Optional<List<Object>> values(String text) {
    try {
      List<Object> values = new ArrayList<>();
      new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).forEach(values::add);
      return Optional.of(values);
    } catch (YAMLException _) {
      return Optional.empty();
    }
  }

  /** The comments, in order of place; empty for a text that it does not read. */
  static List<String> comments(String text) {
    try {
      LoadSettings settings = LoadSettings.builder().setParseComments(true).build();
      return StreamSupport.stream(new Parse(settings).parseString(text).spliterator(), false)
          .filter(CommentEvent.class::isInstance)
          .map(CommentEvent.class::cast)
          .filter(comment -> comment.getCommentType() != CommentType.BLANK_LINE)
          .map(comment -> comment.getValue().strip())
          .toList();
    } catch (YamlEngineException _) {
      return List.of();
    }
  }

  /** Those that are no longer there. */
  static List<String> lost(List<String> comments, String after) {
    List<String> lost = new ArrayList<>(comments);
    comments(after).forEach(lost::remove);
    return lost;
  }

  /** Sets the image of the first template of that name; whether there was one. */
  static boolean set(Object values, ImageChange change) {
    if (values instanceof List<?> items) {
      return items.stream().anyMatch(item -> set(item, change));
    }
    if (!(values instanceof Map<?, ?> entries)) {
      return false;
    }
    if (change.template().equals(entries.get("name"))
        && entries.get(change.field()) instanceof Map<?, ?> body
        && body.containsKey("image")) {
      @SuppressWarnings("unchecked")
      Map<Object, Object> open = (Map<Object, Object>) body;
      open.put("image", change.image());
      return true;
    }
    return entries.values().stream().anyMatch(value -> set(value, change));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.List;
import java.util.Optional;
import tiphys.model.yaml.YamlNode;

/**
 * A DAG task, a step, or a container of a container set (which calls nothing and has only {@code
 * dependencies}).
 *
 * @param depends the expression as written; an empty one counts as absent
 * @param dependencies the older list
 * @param hooks with the deprecated {@code onExit} as the hook {@code exit}
 */
public record Task(
    Optional<TaskName> name,
    Call call,
    Arguments arguments,
    Optional<String> depends,
    List<TaskName> dependencies,
    Optional<String> when,
    Optional<Loop> loop,
    List<Hook> hooks,
    List<Marker> markers,
    YamlNode node) {
  public Task {
    dependencies = List.copyOf(dependencies);
    hooks = List.copyOf(hooks);
    markers = List.copyOf(markers);
  }
}

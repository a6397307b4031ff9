// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.List;
import java.util.Optional;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Heading;
import tiphys.model.writing.StepGroups;

/**
 * Where keys move a step: across the way within its group; along it out of it into a group of its
 * own, and from there into the next one.
 */
final class StepWalk {
  private StepWalk() {}

  static Optional<StepGroups.Target> target(
      List<FlowGroup> groups, NodeId step, Direction direction, Heading heading) {
    for (int i = 0; i < groups.size(); i++) {
      int position = groups.get(i).members().indexOf(step);
      if (position >= 0) {
        return target(groups, i, position, direction.turned(heading));
      }
    }
    return Optional.empty();
  }

  private static Optional<StepGroups.Target> target(
      List<FlowGroup> groups, int group, int position, Direction direction) {
    int size = groups.get(group).members().size();
    return switch (direction) {
      case LEFT -> position == 0 ? Optional.empty() : into(group, position - 1);
      case RIGHT -> position == size - 1 ? Optional.empty() : into(group, position + 1);
      case UP -> {
        if (size > 1) {
          yield Optional.of(new StepGroups.Target(group, Optional.empty()));
        }
        yield group == 0
            ? Optional.empty()
            : into(group - 1, groups.get(group - 1).members().size());
      }
      case DOWN -> {
        if (size > 1) {
          yield Optional.of(new StepGroups.Target(group + 1, Optional.empty()));
        }
        yield group == groups.size() - 1
            ? Optional.empty()
            : into(group + 1, groups.get(group + 1).members().size());
      }
    };
  }

  private static Optional<StepGroups.Target> into(int group, int position) {
    return Optional.of(new StepGroups.Target(group, Optional.of(position)));
  }
}

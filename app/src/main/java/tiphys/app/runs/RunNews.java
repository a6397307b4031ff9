// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;

/**
 * What somebody wants to hear of a run who looks elsewhere.
 *
 * @param connection the cluster where it takes place; absent for this computer
 * @param took for people
 */
public record RunNews(
    Kind kind, String run, Optional<String> connection, String took, long finished, long all) {
  /** What became of the run. */
  public enum Kind {
    SUCCEEDED,
    FAILED,
    STOPPED,
    /** Somebody must let it go on. */
    WAITS;

    /** Names its sentences. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The phase whose glyph and colour it has. */
    public String phase() {
      return switch (this) {
        case SUCCEEDED -> "succeeded";
        case FAILED, STOPPED -> "failed";
        case WAITS -> "pending";
      };
    }
  }

  /** Nothing is new of what was over, or waited, when it was first seen. */
  static Optional<RunNews> between(RunProgress before, RunProgress now, Optional<RunPlace> place) {
    boolean wentOn =
        switch (before.stage()) {
          case WAITING, RUNNING, SUSPENDED, STOPPING -> before.name().equals(now.name());
          case PREPARING -> place.isEmpty(); // here a run may be over before it is first seen
          case NONE, SUCCEEDED, FAILED, STOPPED -> false;
        };
    return Optional.of(now)
        .filter(_ -> wentOn)
        .flatMap(_ -> kind(before, now))
        .map(kind -> of(kind, now, place.map(RunPlace::connection)));
  }

  private static Optional<Kind> kind(RunProgress before, RunProgress now) {
    return switch (now.stage()) {
      case SUCCEEDED -> Optional.of(Kind.SUCCEEDED);
      case FAILED -> Optional.of(Kind.FAILED);
      case STOPPED -> Optional.of(Kind.STOPPED);
      case WAITING, RUNNING, SUSPENDED ->
          Optional.of(Kind.WAITS).filter(_ -> now.isHeld() && !before.isHeld());
      case NONE, PREPARING, STOPPING -> Optional.empty();
    };
  }

  /** What waits for a time alone goes on without anybody. */
  boolean isFor(Optional<RunSnapshot> run, WorkflowFile file) {
    List<NodeStatus> waiting =
        run.map(RunSnapshot::nodes).map(Map::values).stream()
            .flatMap(Collection::stream)
            .filter(node -> node.type().equals("Suspend") && node.phase() == NodePhase.RUNNING)
            .toList();
    return kind != Kind.WAITS
        || waiting.isEmpty()
        || waiting.stream().anyMatch(node -> !endsByItself(node, file));
  }

  private static boolean endsByItself(NodeStatus node, WorkflowFile file) {
    return file.resources().stream()
        .flatMap(resource -> resource.spec().stream())
        .flatMap(spec -> spec.templates().stream())
        .filter(template -> template.name().filter(it -> is(it, node)).isPresent())
        .anyMatch(
            template ->
                template.body() instanceof TemplateBody.Suspend(Optional<String> duration)
                    && duration.isPresent());
  }

  private static boolean is(TemplateName name, NodeStatus node) {
    return name.value().equals(node.templateName());
  }

  private static RunNews of(Kind kind, RunProgress now, Optional<String> connection) {
    return new RunNews(
        kind, now.name(), connection, now.time(Instant.now()), now.finished(), now.all());
  }
}

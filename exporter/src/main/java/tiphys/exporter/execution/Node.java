// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tiphys.model.run.NodePhase;

/** A node of a run under way. Only {@link NodeTree} changes its phase. */
final class Node {
  private final String id;
  private final String name;
  private final String displayName;
  private final NodeType type;
  private final String templateName;
  private final String boundaryId;
  private final boolean isHook;
  private final boolean isAttempt;
  private final Instant startedAt;
  private final Set<String> children = new LinkedHashSet<>();
  private List<String> outbound = new ArrayList<>();
  private ObjectNode inputs = JsonNodeFactory.instance.objectNode();
  private ObjectNode outputs = JsonNodeFactory.instance.objectNode();
  private NodePhase phase;
  private String message = "";
  private Optional<Instant> finishedAt = Optional.empty();
  private boolean isDaemoned;

  Node(String id, NodeStart start, Instant startedAt) {
    this.id = id;
    this.name = start.name();
    this.displayName = start.displayName();
    this.type = start.type();
    this.templateName = start.templateName();
    this.boundaryId = start.boundaryId();
    this.isHook = start.isHook();
    this.isAttempt = start.isAttempt();
    this.phase = start.phase();
    this.startedAt = startedAt;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  String displayName() {
    return displayName;
  }

  NodeType type() {
    return type;
  }

  String templateName() {
    return templateName;
  }

  String boundaryId() {
    return boundaryId;
  }

  boolean isHook() {
    return isHook;
  }

  boolean isAttempt() {
    return isAttempt;
  }

  Instant startedAt() {
    return startedAt;
  }

  Optional<Instant> finishedAt() {
    return finishedAt;
  }

  Set<String> children() {
    return children;
  }

  List<String> outbound() {
    return outbound;
  }

  void setOutbound(List<String> ids) {
    outbound = ids;
  }

  ObjectNode inputs() {
    return inputs;
  }

  void setInputs(ObjectNode inputs) {
    this.inputs = inputs;
  }

  /** In Argo's form: parameters, artifacts, result, exitCode. */
  ObjectNode outputs() {
    return outputs;
  }

  void setOutputs(ObjectNode outputs) {
    this.outputs = outputs;
  }

  NodePhase phase() {
    return phase;
  }

  String message() {
    return message;
  }

  boolean isDaemoned() {
    return isDaemoned;
  }

  void setDaemoned(boolean daemoned) {
    isDaemoned = daemoned;
  }

  void setPhase(NodePhase newPhase, String newMessage, Instant now) {
    phase = newPhase;
    message = newMessage;
    finishedAt = newPhase.isFinished() ? Optional.of(now) : Optional.empty();
  }

  /** Whether what depends on it may go on. */
  boolean isFulfilled() {
    return phase.isFinished() || isDaemoned && phase == NodePhase.RUNNING;
  }

  /** Whether it ran to its end, rather than having been left out. */
  boolean isCompleted() {
    return phase == NodePhase.SUCCEEDED || isFailed();
  }

  boolean isFailed() {
    return phase == NodePhase.FAILED || phase == NodePhase.ERROR;
  }
}

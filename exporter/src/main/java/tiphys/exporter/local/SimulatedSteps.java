// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tiphys.exporter.execution.ArtifactLocation;
import tiphys.exporter.execution.Pod;
import tiphys.exporter.execution.PodReports;
import tiphys.exporter.execution.PodResult;
import tiphys.exporter.manifest.JsonText;
import tiphys.model.run.NodePhase;

/** Executes nothing: every step succeeds after a while, with empty outputs. */
final class SimulatedSteps implements StepRunner {
  private final Duration lasting;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("simulated steps").daemon(true).factory());

  SimulatedSteps(Duration lasting) {
    this.lasting = lasting;
  }

  @Override
  public boolean isSimulation() {
    return true;
  }

  @Override
  public void start(Pod pod, PodReports reports) {
    reports.running(pod.nodeId());
    PodResult result = new PodResult(NodePhase.SUCCEEDED, "", outputs(pod));
    Runnable end = () -> reports.finished(pod.nodeId(), result);
    var _ = clock.schedule(end, lasting.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static ObjectNode outputs(Pod pod) {
    ObjectNode outputs = JsonNodeFactory.instance.objectNode();
    outputs.put("exitCode", "0").put("result", "");
    ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    for (JsonNode declared : pod.template().path("outputs").path("parameters")) {
      ObjectNode parameter = declared.deepCopy();
      String value = JsonText.plain(declared.path("valueFrom").path("default"));
      parameter.remove("valueFrom");
      parameters.add(parameter.put("value", value));
    }
    if (!parameters.isEmpty()) {
      outputs.set("parameters", parameters);
    }
    ArrayNode artifacts = JsonNodeFactory.instance.arrayNode();
    for (JsonNode declared : pod.template().path("outputs").path("artifacts")) {
      ObjectNode artifact = declared.deepCopy();
      if (ArtifactLocation.key(artifact).isEmpty()) {
        artifact.withObject("/s3").put("key", ArtifactFolder.defaultKey(pod, declared));
      }
      artifacts.add(artifact);
    }
    if (!artifacts.isEmpty()) {
      outputs.set("artifacts", artifacts);
    }
    return outputs;
  }

  /** The report comes all the same, and is ignored then. */
  @Override
  public void stop(String nodeId) {}

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

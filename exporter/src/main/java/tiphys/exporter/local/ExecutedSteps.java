// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tiphys.exporter.execution.Pod;
import tiphys.exporter.execution.PodReports;
import tiphys.exporter.execution.PodResult;
import tiphys.model.run.NodePhase;

/** Runs the steps of a run, several at once, and keeps what they print and give out. */
final class ExecutedSteps implements StepRunner {
  /** Argo keeps no more of a result. */
  private static final int LONGEST_RESULT = 256 * 1024;

  /** Beyond this, more executions at once only get in each other's way. */
  private static final int MOST_AT_ONCE = 32;

  private static final int LINES_IN_MESSAGE = 3;
  private static final int LONGEST_MESSAGE = 2000;
  private static final long END_OF_LOG = 64 * 1024;

  private final Path run;
  private final StepExecution.Engine engine;
  private final ArtifactFolder artifacts;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final Map<String, StepExecution> executions = new ConcurrentHashMap<>();
  private final Set<String> stopped = ConcurrentHashMap.newKeySet();

  ExecutedSteps(Path run, StepExecution.Engine engine) {
    this.run = run;
    this.engine = engine;
    this.artifacts = new ArtifactFolder(RunFolder.artifacts(run));
  }

  @Override
  public void start(Pod pod, PodReports reports) {
    threads.execute(() -> reports.finished(pod.nodeId(), execute(pod, reports)));
  }

  private PodResult execute(Pod pod, PodReports reports) {
    try {
      places.acquire();
      try {
        return stopped.contains(pod.nodeId())
            ? failed("stopped", "", JsonNodeFactory.instance.objectNode())
            : executeNow(pod, reports);
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PodResult.error("interrupted");
    } catch (IOException e) {
      return PodResult.error(String.valueOf(e.getMessage()));
    }
  }

  private PodResult executeNow(Pod pod, PodReports reports)
      throws IOException, InterruptedException {
    if (!pod.template().has("container") && !pod.template().has("script")) {
      return PodResult.error(
          "only containers and scripts can be run on this computer, but the template "
              + pod.template().path("name").asText("")
              + " is neither");
    }
    Path work = RunFolder.work(run, pod.nodeId());
    try (StepExecution step = engine.execution(pod, work)) {
      executions.put(pod.nodeId(), step);
      Process process = step.start(artifacts);
      if (stopped.contains(pod.nodeId())) {
        step.stop();
      }
      reports.running(pod.nodeId());
      Path log = RunFolder.log(run, pod.nodeId());
      String result = follow(process, log);
      int exit = process.waitFor();
      if (exit == 0) {
        step.fetch();
      }
      return ended(pod, step.files(), exit, result, log);
    } finally {
      executions.remove(pod.nodeId());
      Trees.remove(work);
    }
  }

  /** Writes both streams to the log as they come, and keeps the standard output. */
  private String follow(Process process, Path log) throws IOException, InterruptedException {
    Files.createDirectories(log.getParent());
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    try (OutputStream out = Files.newOutputStream(log)) {
      Thread errors =
          Thread.ofVirtual()
              .start(() -> pump(process.getErrorStream(), out, new ByteArrayOutputStream()));
      pump(process.getInputStream(), out, kept);
      errors.join();
    }
    return kept.toString(StandardCharsets.UTF_8);
  }

  private static void pump(InputStream from, OutputStream log, ByteArrayOutputStream kept) {
    byte[] buffer = new byte[8192];
    try {
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        synchronized (log) {
          log.write(buffer, 0, count);
          log.flush();
        }
        kept.write(buffer, 0, Math.min(count, Math.max(0, LONGEST_RESULT - kept.size())));
      }
    } catch (IOException e) {
      // the process was killed while it was writing: what came before is there
      kept.size();
    }
  }

  private PodResult ended(Pod pod, StepFiles files, int exit, String result, Path log)
      throws IOException {
    ObjectNode outputs = JsonNodeFactory.instance.objectNode();
    outputs.put("exitCode", Integer.toString(exit));
    if (pod.wantsResult()) {
      outputs.put(
          "result", result.endsWith("\n") ? result.substring(0, result.length() - 1) : result);
    }
    if (exit != 0) {
      String why = stopped.contains(pod.nodeId()) ? "stopped" : "Error (exit code " + exit + ")";
      return failed(why, lastLines(log), outputs);
    }
    files.collect(pod, artifacts, outputs);
    return new PodResult(NodePhase.SUCCEEDED, "", outputs);
  }

  private static PodResult failed(String why, String lines, ObjectNode outputs) {
    return new PodResult(NodePhase.FAILED, lines.isEmpty() ? why : why + ": " + lines, outputs);
  }

  private static String lastLines(Path log) {
    List<String> lines =
        LogLines.newest(END_OF_LOG).next(Optional.of(log), true).lines().stream()
            .filter(line -> !line.isBlank())
            .toList();
    String end =
        String.join(
            "\n", lines.subList(Math.max(0, lines.size() - LINES_IN_MESSAGE), lines.size()));
    return end.substring(Math.max(0, end.length() - LONGEST_MESSAGE)).strip();
  }

  @Override
  public void stop(String nodeId) {
    stopped.add(nodeId);
    StepExecution step = executions.get(nodeId);
    if (step != null) {
      step.stop();
    }
  }

  @Override
  public void close() {
    executions.values().forEach(StepExecution::stop);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    engine.close();
  }
}

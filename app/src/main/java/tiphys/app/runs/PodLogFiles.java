// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tiphys.app.runs.LiveRun.Printed;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.LogRequest;
import tiphys.exporter.cluster.LogStream;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodeIds;
import tiphys.model.run.NodeStatus;

/**
 * What pods print, copied into files as it comes: so it is read as what prints here is, and stays
 * while the run is shown, though its pods may be gone. The node of the whole run has the lines of
 * all its pods.
 */
final class PodLogFiles {
  private final RunPlace place;
  private final ClusterGateway gateway;
  private final Map<String, Copy> copies = new HashMap<>();
  private Optional<Path> folder = Optional.empty();
  private boolean isClosed;

  PodLogFiles(RunPlace place, ClusterGateway gateway) {
    this.place = place;
    this.gateway = gateway;
  }

  /** What has come of a node; begins to fetch it when it is first asked for. */
  synchronized Printed of(NodeStatus node) {
    boolean isPod = node.type().equals("Pod");
    boolean isRun = node.name().equals(place.name());
    if (isClosed || !isPod && !isRun) {
      return Printed.of(Optional.empty(), true);
    }
    Copy copy = copies.get(node.id());
    if (copy == null || copy.hasFailed()) {
      copy = begin(node, isPod);
      copies.put(node.id(), copy);
    }
    return copy.printed();
  }

  private Copy begin(NodeStatus node, boolean isPod) {
    String pod = isPod ? NodeIds.podName(place.name(), node.name(), node.templateName()) : "";
    LogRequest asked =
        new LogRequest(place.name(), pod, LogRequest.MAIN, !node.phase().isFinished());
    Copy copy = new Copy(asked, isPod);
    try {
      copy.file = Optional.of(Files.createTempFile(folder(), "pod-", ".log"));
      Thread.ofVirtual().name("tiphys-log").start(copy::fill);
    } catch (IOException _) {
      copy.end(Problem.refusal(ProblemCode.FILE_NOT_WRITTEN, "log", "IOException"));
    }
    return copy;
  }

  private Path folder() throws IOException {
    if (folder.isEmpty()) {
      folder = Optional.of(Files.createTempDirectory("tiphys-logs-"));
    }
    return folder.get();
  }

  synchronized void close() {
    isClosed = true;
    copies.values().forEach(Copy::close);
    folder.ifPresent(PodLogFiles::delete);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException _) {
      // it lies among the temporary files, which the system clears
      return;
    }
  }

  /** One stream into one file. */
  private final class Copy {
    private final LogRequest asked;
    private final boolean isOfOnePod;
    private volatile Optional<Path> file = Optional.empty();
    private volatile Optional<Problem> trouble = Optional.empty();
    private volatile boolean isWhole;
    private volatile Optional<LogStream> open = Optional.empty();

    private Copy(LogRequest asked, boolean isOfOnePod) {
      this.asked = asked;
      this.isOfOnePod = isOfOnePod;
    }

    private Printed printed() {
      return new Printed(file, isWhole, trouble);
    }

    private boolean hasFailed() {
      return isWhole && trouble.isPresent();
    }

    private void fill() {
      switch (gateway.logs(place.namespace(), asked)) {
        case Outcome.Refused<LogStream>(Problem why) -> end(why);
        case Outcome.Done<LogStream>(LogStream lines) -> copy(lines);
      }
    }

    private void copy(LogStream lines) {
      open = Optional.of(lines);
      try (lines;
          BufferedWriter out = Files.newBufferedWriter(file.orElseThrow())) {
        Optional<LogStream.LogLine> line = lines.next();
        while (line.isPresent()) {
          out.write(isOfOnePod ? line.get().text() : line.get().pod() + ": " + line.get().text());
          out.write('\n');
          out.flush();
          line = lines.next();
        }
        isWhole = true;
      } catch (IOException _) {
        end(Problem.refusal(ProblemCode.CLUSTER_BROKEN_OFF, gateway.address()));
      }
    }

    private void end(Problem why) {
      trouble = Optional.of(why);
      isWhole = true;
    }

    private void close() {
      open.ifPresent(LogStream::close);
    }
  }
}

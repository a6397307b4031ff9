// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.exporter.cluster.transport.LineStream;
import tiphys.exporter.cluster.transport.WireJson;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Events of a watch, one after the other. For one thread; {@link #close} may come from any. */
public final class EventStream implements AutoCloseable {
  private static final byte[] DATA = {'d', 'a', 't', 'a', ':'};
  private static final int GONE = 410;
  private static final int UNAUTHORIZED = 401;

  private final LineStream lines;
  private final String address;
  private final Function<byte[], Optional<byte[]>> unwrap;

  private EventStream(LineStream lines, String address, Function<byte[], Optional<byte[]>> unwrap) {
    this.lines = lines;
    this.address = address;
    this.unwrap = unwrap;
  }

  /** A line is an event, as the Kubernetes API sends them. */
  static EventStream ofLines(LineStream lines, String address) {
    return new EventStream(
        lines, address, line -> line.length == 0 ? Optional.empty() : Optional.of(line));
  }

  /** Server-sent events, of which only the data counts; lines with a colon first keep it alive. */
  static EventStream ofServerSent(LineStream lines, String address) {
    return new EventStream(lines, address, EventStream::data);
  }

  /**
   * The next event; empty when the server ends the stream.
   *
   * @throws IOException if the connection broke, or what came is half an event
   */
  public Optional<WatchEvent> next() throws IOException {
    while (true) {
      Optional<byte[]> line = lines.next();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      Optional<byte[]> json = unwrap.apply(line.get());
      if (json.isPresent()) {
        return Optional.of(event(WireJson.MAPPER.readTree(json.get())));
      }
    }
  }

  private WatchEvent event(JsonNode json) throws IOException {
    if (json.has("error") && !json.has("result")) {
      return failed(json.path("error").path("http_code").asInt(0), json.path("error"));
    }
    JsonNode event = json.has("result") ? json.path("result") : json;
    String type = event.path("type").asText("");
    if (type.equals("ERROR")) {
      return failed(event.at("/object/code").asInt(0), event.path("object"));
    }
    if (!(event.path("object") instanceof ObjectNode object)) {
      throw new IOException("an event without an object");
    }
    WorkflowObject workflow = new WorkflowObject(object);
    return switch (type) {
      case "BOOKMARK" -> new WatchEvent.Bookmark(workflow.resourceVersion());
      case "DELETED" -> new WatchEvent.Deleted(workflow);
      case "ADDED", "MODIFIED" -> new WatchEvent.Changed(workflow);
      default -> throw new IOException("an event of type " + type);
    };
  }

  private WatchEvent failed(int status, JsonNode said) {
    String message = said.path("message").asText("");
    if (status == GONE || message.contains("too old resource version")) {
      return new WatchEvent.Failed(Problem.refusal(ProblemCode.CLUSTER_TOO_LATE, address));
    }
    return new WatchEvent.Failed(
        status == UNAUTHORIZED
            ? Problem.refusal(ProblemCode.CLUSTER_TOKEN_REFUSED, address)
            : Problem.refusal(
                ProblemCode.CLUSTER_FAILED, address, String.valueOf(status), message));
  }

  private static Optional<byte[]> data(byte[] line) {
    for (int i = 0; i < DATA.length; i++) {
      if (i >= line.length || line[i] != DATA[i]) {
        return Optional.empty();
      }
    }
    return Optional.of(java.util.Arrays.copyOfRange(line, DATA.length, line.length));
  }

  @Override
  public void close() {
    lines.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** What a server answered, whole. */
public final class Answer {
  private static final String EVENT = "data:";
  private static final int LONGEST_QUOTE = 300;

  private final int status;
  private final byte[] body;

  Answer(int status, byte[] body) {
    this.status = status;
    this.body = status / 100 == 2 ? body : withoutEvent(body);
  }

  /**
   * The object in it, or what the answer says instead.
   *
   * @param address as the sentence names the server
   * @param nothingThere what it means when the server knows no such path
   */
  public Outcome<ObjectNode> object(String address, ProblemCode nothingThere) {
    Optional<JsonNode> json = json();
    if (status / 100 != 2) {
      return Outcome.refused(problem(address, nothingThere, json));
    }
    if (body.length == 0) {
      return Outcome.done(WireJson.MAPPER.createObjectNode());
    }
    return json.orElse(null) instanceof ObjectNode object
        ? Outcome.done(object)
        : Outcome.refused(ProblemCode.CLUSTER_NOT_ARGO, address);
  }

  private Optional<JsonNode> json() {
    try {
      return Optional.ofNullable(WireJson.MAPPER.readTree(body))
          .map(json -> json.path("error").isObject() ? json.path("error") : json);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** What should have been a stream of events says what is wrong as an event. */
  private static byte[] withoutEvent(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    return text.startsWith(EVENT)
        ? text.substring(EVENT.length()).getBytes(StandardCharsets.UTF_8)
        : body;
  }

  private Problem problem(String address, ProblemCode nothingThere, Optional<JsonNode> json) {
    String said =
        json.map(node -> node.path("message").asText(node.path("error").asText(""))).orElse("");
    return switch (status) {
      case 401 -> Problem.refusal(ProblemCode.CLUSTER_TOKEN_REFUSED, address);
      case 403 ->
          json.isPresent()
              ? Problem.refusal(ProblemCode.CLUSTER_ACCESS_DENIED, quote(said))
              : Problem.refusal(ProblemCode.CLUSTER_NOT_ARGO, address);
      case 404 ->
          isAboutAnObject(json)
              ? Problem.refusal(ProblemCode.CLUSTER_NOT_FOUND, quote(said))
              : Problem.refusal(nothingThere, address);
      case 409 ->
          said.contains("already exists") || isReason(json, "AlreadyExists")
              ? Problem.refusal(ProblemCode.CLUSTER_EXISTS_ALREADY, quote(said))
              : Problem.refusal(ProblemCode.CLUSTER_CONFLICT, quote(said));
      case 410 -> Problem.refusal(ProblemCode.CLUSTER_TOO_LATE, address);
      case 429 -> Problem.refusal(ProblemCode.CLUSTER_BUSY, address);
      case 400, 405, 413, 415, 422 -> refused(address, json, said);
      default ->
          json.isEmpty() && (isMarkup() || status / 100 == 3)
              ? Problem.refusal(ProblemCode.CLUSTER_NOT_ARGO, address)
              : Problem.refusal(
                  ProblemCode.CLUSTER_FAILED, address, String.valueOf(status), quote(text(said)));
    };
  }

  private Problem refused(String address, Optional<JsonNode> json, String said) {
    String text = text(said);
    if (text.contains("too old resource version")) {
      return Problem.refusal(ProblemCode.CLUSTER_TOO_LATE, address);
    }
    if (text.contains("HTTP request to an HTTPS server")) {
      return Problem.refusal(ProblemCode.CLUSTER_SPEAKS_TLS, address);
    }
    return json.isEmpty() && isMarkup()
        ? Problem.refusal(ProblemCode.CLUSTER_NOT_ARGO, address)
        : Problem.refusal(ProblemCode.CLUSTER_REFUSED, quote(text));
  }

  /** Kubernetes names the object in {@code details}; Argo Server has a code of gRPC. */
  private static boolean isAboutAnObject(Optional<JsonNode> json) {
    return json.filter(
            node ->
                node.path("details").hasNonNull("name")
                    || ((node.hasNonNull("code") || node.hasNonNull("grpc_code"))
                        && !node.has("kind")))
        .isPresent();
  }

  private static boolean isReason(Optional<JsonNode> json, String reason) {
    return json.filter(node -> node.path("reason").asText("").equals(reason)).isPresent();
  }

  private boolean isMarkup() {
    return text("").stripLeading().startsWith("<");
  }

  private String text(String said) {
    return said.isEmpty() ? new String(body, StandardCharsets.UTF_8).strip() : said;
  }

  /** Whatever a server says, it fits on a line and into a dialog. */
  private static String quote(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
  }
}

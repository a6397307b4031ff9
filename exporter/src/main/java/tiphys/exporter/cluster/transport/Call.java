// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request.
 *
 * @param path from the server's root or base path on, with a leading slash, its parts escaped
 * @param query names and values as they are meant; both are escaped here
 * @param contentType of the body
 * @param accept the header of that name
 * @param patience how long the whole answer may take; for streams, its beginning
 */
public record Call(
    String method,
    String path,
    Map<String, String> query,
    Optional<JsonNode> body,
    String contentType,
    String accept,
    Duration patience) {
  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  /** Lists of large workflows take their time; longer than this nobody waits at a window. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public static Call get(String path) {
    return new Call("GET", path, Map.of(), Optional.empty(), JSON, JSON, PATIENCE);
  }

  public static Call delete(String path) {
    return new Call("DELETE", path, Map.of(), Optional.empty(), JSON, JSON, PATIENCE);
  }

  public static Call post(String path, JsonNode body) {
    return new Call("POST", path, Map.of(), Optional.of(body), JSON, JSON, PATIENCE);
  }

  public static Call put(String path, JsonNode body) {
    return new Call("PUT", path, Map.of(), Optional.of(body), JSON, JSON, PATIENCE);
  }

  /** RFC 7386: fields that are null are removed. */
  public static Call mergePatch(String path, JsonNode body) {
    return new Call("PATCH", path, Map.of(), Optional.of(body), MERGE_PATCH, JSON, PATIENCE);
  }

  /** With one more value in the query; an empty one is left out. */
  public Call with(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value);
    return new Call(method, path, more, body, contentType, accept, patience);
  }

  public Call accepting(String mediaType) {
    return new Call(method, path, query, body, contentType, mediaType, patience);
  }

  public Call within(Duration other) {
    return new Call(method, path, query, body, contentType, accept, other);
  }

  /** A name as a part of a path. */
  public static String part(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Path and query, escaped. */
  String target() {
    return query.isEmpty()
        ? path
        : query.entrySet().stream()
            .map(entry -> part(entry.getKey()) + "=" + part(entry.getValue()))
            .collect(Collectors.joining("&", path + "?", ""));
  }
}

// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a cluster remembers: objects with resource versions, and every change since a version that a
 * test can let it forget.
 */
public final class ClusterMemory {
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Map<Key, ObjectNode> objects = new LinkedHashMap<>();
  private final Map<String, Pod> pods = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private long version = 100;
  private long forgotten;
  private int made;
  private volatile Optional<Runnable> quicker = Optional.empty();

  record Key(ArgoKind kind, String namespace, String name) {}

  record Change(long version, String type, Key key, ObjectNode object) {}

  /** A pod; what it printed, by container. */
  record Pod(String workflow, Map<String, String> logs) {}

  /** Thrown to answer with a status of HTTP. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String reason;

    Refusal(int status, String reason, String message) {
      super(message);
      this.status = status;
      this.reason = reason;
    }

    int status() {
      return status;
    }

    String reason() {
      return reason;
    }
  }

  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized long version() {
    return version;
  }

  /** From now on a watch from before this moment is answered with 410. */
  public synchronized void forget() {
    forgotten = ++version;
  }

  /** What there is now: the version of each workflow of the namespace {@code default}, by name. */
  public synchronized Map<String, String> versions() {
    Map<String, String> all = new TreeMap<>();
    list(ArgoKind.WORKFLOW, "default", "")
        .forEach(
            each ->
                all.put(
                    each.at("/metadata/name").asText(),
                    each.at("/metadata/resourceVersion").asText()));
    return all;
  }

  synchronized List<ObjectNode> list(ArgoKind kind, String namespace, String name) {
    return objects.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == kind)
        .filter(entry -> namespace.isEmpty() || entry.getKey().namespace().equals(namespace))
        .filter(entry -> name.isEmpty() || entry.getKey().name().equals(name))
        .map(entry -> entry.getValue().deepCopy())
        .toList();
  }

  synchronized ObjectNode get(ArgoKind kind, String namespace, String name) {
    ObjectNode found = objects.get(new Key(kind, namespace, name));
    if (found == null) {
      throw new Refusal(404, "NotFound", kind.plural() + ".argoproj.io \"" + name + "\" not found");
    }
    return found.deepCopy();
  }

  public synchronized ObjectNode create(
      ArgoKind kind, String namespace, ObjectNode object, boolean isReal) {
    ObjectNode whole = (ObjectNode) byName(object);
    ObjectNode metadata = whole.withObject("/metadata");
    if (!whole.path("spec").isObject()) {
      throw new Refusal(422, "Invalid", kind.argoName() + ": spec: Required value");
    }
    if (metadata.path("name").asText("").isEmpty()) {
      metadata.put("name", metadata.path("generateName").asText("x-") + "made" + ++made);
    }
    Key key = new Key(kind, namespace, metadata.path("name").asText());
    if (objects.containsKey(key)) {
      throw new Refusal(409, "AlreadyExists", key.name() + " already exists");
    }
    metadata.put("namespace", namespace).put("uid", "uid-" + key.name());
    metadata.put("creationTimestamp", "2026-11-25T00:00:00Z");
    return isReal ? store("ADDED", key, whole) : whole;
  }

  /** Somebody is quicker than the next update: their change comes first. */
  void beforeNextUpdate(Runnable change) {
    quicker = Optional.of(change);
  }

  /** A cluster keeps fields in no order and tells them by their names. */
  private static JsonNode byName(JsonNode json) {
    if (json instanceof ObjectNode object) {
      ObjectNode sorted = MAPPER.createObjectNode();
      object.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(field -> sorted.set(field.getKey(), byName(field.getValue())));
      return sorted;
    }
    if (json.isArray()) {
      ArrayNode all = MAPPER.createArrayNode();
      json.forEach(each -> all.add(byName(each)));
      return all;
    }
    return json;
  }

  synchronized ObjectNode update(ArgoKind kind, String namespace, ObjectNode object) {
    Optional<Runnable> first = quicker;
    quicker = Optional.empty();
    first.ifPresent(Runnable::run);
    Key key = new Key(kind, namespace, object.at("/metadata/name").asText());
    ObjectNode there = get(kind, namespace, key.name());
    String expected = object.at("/metadata/resourceVersion").asText("");
    if (!expected.isEmpty() && !expected.equals(there.at("/metadata/resourceVersion").asText())) {
      throw new Refusal(409, "Conflict", "the object has been modified");
    }
    return store("MODIFIED", key, object.deepCopy());
  }

  /** As the controller changes what it works on, whatever others do. */
  public synchronized ObjectNode change(String name, UnaryOperator<ObjectNode> change) {
    Key key = new Key(ArgoKind.WORKFLOW, "default", name);
    return store("MODIFIED", key, change.apply(get(key.kind(), key.namespace(), name)));
  }

  synchronized ObjectNode patch(ArgoKind kind, String namespace, String name, JsonNode patch) {
    ObjectNode there = get(kind, namespace, name);
    merge(there, patch);
    return store("MODIFIED", new Key(kind, namespace, name), there);
  }

  public synchronized void delete(ArgoKind kind, String namespace, String name) {
    Key key = new Key(kind, namespace, name);
    get(kind, namespace, name);
    ObjectNode gone = Optional.ofNullable(objects.remove(key)).orElseThrow();
    gone.withObject("/metadata").put("resourceVersion", String.valueOf(++version));
    changes.add(new Change(version, "DELETED", key, gone));
    notifyAll();
  }

  synchronized boolean isForgotten(long from) {
    return from < forgotten;
  }

  /** Waits a moment for changes behind a version. */
  synchronized List<Change> after(long from, String namespace, String name, long millis)
      throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while ((changes.isEmpty() || changes.getLast().version() <= from) && System.nanoTime() < end) {
      wait(millis);
    }
    return changes.stream()
        .filter(change -> change.version() > from && change.key().kind() == ArgoKind.WORKFLOW)
        .filter(change -> change.key().namespace().equals(namespace))
        .filter(change -> name.isEmpty() || change.key().name().equals(name))
        .toList();
  }

  synchronized void addPod(String workflow, String pod, String log) {
    pods.put(pod, new Pod(workflow, Map.of(LogRequest.MAIN, log)));
  }

  /** A container prints more. */
  synchronized void print(String pod, String container, String text) {
    Pod before = Optional.ofNullable(pods.get(pod)).orElseThrow();
    Map<String, String> logs = new LinkedHashMap<>(before.logs());
    logs.merge(container, text, String::concat);
    pods.put(pod, new Pod(before.workflow(), logs));
  }

  synchronized Map<String, Pod> pods() {
    return new LinkedHashMap<>(pods);
  }

  synchronized boolean removePod(String pod) {
    return pods.remove(pod) != null;
  }

  /** What changes nothing is no change: it has no version and no event of its own. */
  private ObjectNode store(String type, Key key, ObjectNode object) {
    Optional<ObjectNode> there = Optional.ofNullable(objects.get(key));
    there.ifPresent(
        before ->
            object
                .withObject("/metadata")
                .set("resourceVersion", before.at("/metadata/resourceVersion")));
    if (there.filter(object::equals).isPresent()) {
      return object.deepCopy();
    }
    object.withObject("/metadata").put("resourceVersion", String.valueOf(++version));
    objects.put(key, object);
    changes.add(new Change(version, type, key, object.deepCopy()));
    notifyAll();
    return object.deepCopy();
  }

  /** RFC 7386. */
  private static void merge(ObjectNode into, JsonNode patch) {
    patch
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNull()) {
                into.remove(entry.getKey());
              } else if (entry.getValue().isObject()) {
                merge(into.withObject("/" + entry.getKey()), entry.getValue());
              } else {
                into.set(entry.getKey(), entry.getValue());
              }
            });
  }
}

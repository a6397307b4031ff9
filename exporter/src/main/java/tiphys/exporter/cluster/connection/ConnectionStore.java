// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tiphys.exporter.manifest.JsonText;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * The user's connections, kept in one file of the configuration folder. Nothing in it is secret.
 */
public final class ConnectionStore {
  private static final String FILE = "connections.json";

  private final Path file;

  public ConnectionStore(Path folder) {
    this.file = folder.resolve(FILE);
  }

  /** All, in the order in which they were added; refused where the file is damaged. */
  public Outcome<List<Connection>> all() {
    if (!Files.exists(file)) {
      return Outcome.done(List.of());
    }
    try {
      Optional<JsonNode> json = JsonText.parse(Files.readString(file));
      List<Connection> connections = new ArrayList<>();
      for (JsonNode each : json.map(node -> node.path("connections")).orElse(emptyList())) {
        ConnectionJson.read(each).ifPresent(connections::add);
      }
      return json.filter(node -> node.path("connections").isArray()).isPresent()
          ? Outcome.done(connections)
          : Outcome.refused(ProblemCode.CONNECTIONS_DAMAGED, file.toString());
    } catch (IOException e) {
      return Outcome.refused(ProblemCode.FILE_NOT_READ, file.toString(), reason(e));
    }
  }

  /** The one of a name; refused with the names that there are. */
  public Outcome<Connection> named(String name) {
    return all()
        .then(
            all ->
                all.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .map(Outcome::done)
                    .orElseGet(() -> unknown(name, all)));
  }

  /** Adds one; refused where its name is taken. */
  public Outcome<Connection> add(Connection connection) {
    return all()
        .then(
            all -> {
              if (all.stream().anyMatch(each -> each.name().equals(connection.name()))) {
                return Outcome.refused(ProblemCode.CONNECTION_NAME_TAKEN, connection.name());
              }
              List<Connection> more = new ArrayList<>(all);
              more.add(connection);
              return write(more).then(_ -> Outcome.done(connection));
            });
  }

  /**
   * Puts another in the place of one; refused where the new name is that of a third. The secret of
   * one that is renamed is for {@link SecretStore#rename}.
   */
  public Outcome<Connection> replace(String name, Connection connection) {
    return named(name)
        .then(
            found ->
                all()
                    .then(
                        all -> {
                          boolean isTaken =
                              !name.equals(connection.name())
                                  && all.stream()
                                      .anyMatch(each -> each.name().equals(connection.name()));
                          return isTaken
                              ? Outcome.refused(
                                  ProblemCode.CONNECTION_NAME_TAKEN, connection.name())
                              : write(
                                      all.stream()
                                          .map(each -> each.equals(found) ? connection : each)
                                          .toList())
                                  .then(_ -> Outcome.done(connection));
                        }));
  }

  /** Forgets one; its secret is for {@link SecretStore#forget}. */
  public Outcome<Connection> remove(String name) {
    return named(name)
        .then(
            found ->
                all()
                    .then(
                        all ->
                            write(all.stream().filter(each -> !each.equals(found)).toList())
                                .then(_ -> Outcome.done(found))));
  }

  private Outcome<List<Connection>> write(List<Connection> connections) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode list = json.putArray("connections");
    connections.forEach(each -> list.add(ConnectionJson.write(each)));
    try {
      PrivateFile.write(file, ManifestWriter.json(json));
      return Outcome.done(connections);
    } catch (IOException e) {
      return Outcome.refused(ProblemCode.FILE_NOT_WRITTEN, file.toString(), reason(e));
    }
  }

  private static Outcome<Connection> unknown(String name, List<Connection> all) {
    return all.isEmpty()
        ? Outcome.refused(ProblemCode.CONNECTION_NONE)
        : Outcome.refused(
            ProblemCode.CONNECTION_UNKNOWN,
            name,
            all.stream().map(Connection::name).collect(Collectors.joining(", ")));
  }

  private static ArrayNode emptyList() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName();
  }
}

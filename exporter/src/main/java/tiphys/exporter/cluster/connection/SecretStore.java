// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tiphys.exporter.manifest.JsonText;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * The tokens that the user typed, by connection: in the system's key store where one answers, else
 * in a file of mode 0600.
 */
public final class SecretStore {
  private static final String FILE = "secrets.json";

  private final Path file;
  private final Optional<KeyRing> ring;

  private SecretStore(Path folder, Optional<KeyRing> ring) {
    this.file = folder.resolve(FILE);
    this.ring = ring;
  }

  /** With the key store of this computer, if {@code secret-tool} is on the search path. */
  public static SecretStore in(Path folder, String searchPath) {
    return new SecretStore(folder, KeyRing.on(searchPath));
  }

  public Outcome<Secret> keep(String connection, Secret secret) {
    if (ring.filter(keys -> keys.keep(connection, secret)).isPresent()) {
      return Outcome.done(secret);
    }
    ObjectNode all = read();
    all.put(connection, secret.reveal());
    return write(all).then(_ -> Outcome.done(secret));
  }

  public Optional<Secret> secret(String connection) {
    return ring.flatMap(keys -> keys.secret(connection))
        .or(
            () ->
                Optional.of(read().path(connection).asText(""))
                    .filter(text -> !text.isEmpty())
                    .map(Secret::ofToken));
  }

  /** Keeps the secret of a connection, if it has one, under another name. */
  public Outcome<Optional<Secret>> rename(String connection, String newName) {
    Optional<Secret> secret = secret(connection);
    if (secret.isEmpty()) {
      return Outcome.done(secret);
    }
    return keep(newName, secret.get())
        .then(
            _ -> {
              forget(connection);
              return Outcome.done(secret);
            });
  }

  public void forget(String connection) {
    ring.ifPresent(keys -> keys.forget(connection));
    ObjectNode all = read();
    if (all.has(connection)) {
      all.remove(connection);
      write(all);
    }
  }

  private ObjectNode read() {
    try {
      if (Files.exists(file)) {
        Optional<JsonNode> json = JsonText.parse(Files.readString(file));
        if (json.orElse(null) instanceof ObjectNode object) {
          return object;
        }
      }
    } catch (IOException _) {
      // as good as none: what is missing is asked for again
      return JsonNodeFactory.instance.objectNode();
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private Outcome<ObjectNode> write(ObjectNode all) {
    try {
      PrivateFile.write(file, ManifestWriter.json(all));
      return Outcome.done(all);
    } catch (IOException e) {
      return Outcome.refused(
          ProblemCode.FILE_NOT_WRITTEN, file.toString(), e.getClass().getSimpleName());
    }
  }
}

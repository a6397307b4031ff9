// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * A run of this computer that is over, as far as its folder is still there.
 *
 * @param workflow with Argo's status, without its nodes; nobody changes it
 */
public record KeptRun(Path folder, ObjectNode workflow) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Absent while it goes on, and where the folder was cleared. */
  static Optional<KeptRun> in(Path folder) {
    return read(folder)
        .map(
            whole -> {
              ((ObjectNode) whole.path("status")).remove(List.of("nodes", "storedTemplates"));
              return new KeptRun(folder, whole);
            });
  }

  /** With its nodes. */
  public Outcome<ObjectNode> whole() {
    return read(folder)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.RUN_FOLDER_CLEARED, folder.toString()));
  }

  /** What a step has printed. */
  public Optional<Path> log(String nodeId) {
    return Optional.of(RunFolder.log(folder, nodeId)).filter(Files::exists);
  }

  /** Where an artifact lies by its key. */
  public Optional<Path> artifact(String key) {
    return new ArtifactFolder(RunFolder.artifacts(folder)).find(key);
  }

  /** A run of this computer knows neither when it was made nor what tells it from its like. */
  private static Optional<ObjectNode> read(Path folder) {
    try {
      Path file = RunFolder.status(folder);
      if (Files.exists(file)
          && MAPPER.readTree(file.toFile()) instanceof ObjectNode whole
          && whole.path("metadata") instanceof ObjectNode metadata
          && whole.path("status") instanceof ObjectNode status) {
        metadata.put("uid", folder.toString());
        metadata.set("creationTimestamp", status.path("startedAt"));
        return Optional.of(whole);
      }
    } catch (IOException _) {
      // half cleared by the system
      return Optional.empty();
    }
    return Optional.empty();
  }
}

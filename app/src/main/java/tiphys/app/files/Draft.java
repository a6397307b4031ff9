// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/**
 * What a file was like when it had not been saved yet.
 *
 * @param path its place on the disk; empty for one that had none
 * @param name how its tab was called
 */
record Draft(Optional<Path> path, String name, SourceText text, Positions positions) {
  private static final JsonMapper MAPPER = new JsonMapper();

  static Draft of(OpenFile file) {
    var state = file.editor().state().get();
    return new Draft(file.path().get(), file.name(), state.text(), state.positions());
  }

  byte[] bytes() throws IOException {
    ObjectNode root = MAPPER.createObjectNode().put("version", 1).put("name", name);
    path.ifPresent(at -> root.put("path", at.toString()));
    root.put("text", text.toString());
    root.set("places", Sidecar.json(positions));
    return MAPPER.writeValueAsBytes(root);
  }

  /** Reads one; empty for a file that is none, as a crash in mid-writing leaves. */
  static Optional<Draft> read(Path file) {
    try {
      JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
      if (!root.path("text").isTextual() || !root.path("name").isTextual()) {
        return Optional.empty();
      }
      Outcome<Positions> places = Sidecar.positionsOf(root.path("places"), file);
      return Optional.of(
          new Draft(
              Optional.ofNullable(root.path("path").textValue()).map(Path::of),
              root.path("name").textValue(),
              SourceText.of(root.path("text").textValue()),
              places.result().orElse(Positions.NONE)));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
